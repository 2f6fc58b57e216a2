import type { MarkerEvidence } from '../job/types';
import type { BinAxis, ModelManifest } from '../model-pack/types';
import { findPeaks, type PickedPeaks } from '../peaks/find-peaks';
import type { Spectrum } from '../spectrum/spectrum';
import { measureMarkers } from './measure-markers';
import type { QualityMeasures } from './measures';
import { median } from './median';
import { countSaturated } from './saturation';

/** Height over noise from which a peak counts. */
const STRONG = 5;
const HIGH_MASS = 10_000;

export interface MeasuredSpectrum {
  /** As measured. */
  readonly spectrum: Spectrum;
  /** Its largest intensity. */
  readonly maxIntensity: number;
  readonly laserShots: number | null;
  /** [bins] of the recipe, in bins of 1 Da, that add up to about 1. */
  readonly vector: Float64Array;
  readonly bins: BinAxis;
  /** What the model answered; both are null of models without markers. */
  readonly answer: { readonly evidence: MarkerEvidence | null; readonly peaks: number | null };
}

/**
 * Measures a spectrum's quality. Nothing that is given is changed.
 *
 * @param find finds the peaks, for speed by other means than these
 */
export function measureQuality(
  { spectrum, maxIntensity, laserShots, vector, bins, answer }: MeasuredSpectrum,
  manifest: Pick<ModelManifest, 'taxa' | 'thresholds' | 'markers' | 'graph'>,
  find: (vector: Float64Array, bins: BinAxis, minOverNoise: number) => PickedPeaks = findPeaks,
): QualityMeasures {
  const { peaks, meanNoise } = find(vector, bins, STRONG);
  const { markers } = manifest;
  const { evidence } = answer;
  return {
    // The same definition in float32: where one peak is at the limit the call's own count stands.
    peaks: answer.peaks ?? peaks.mz.length,
    peaksAbove10kDa: peaks.mz.reduce((count, mz) => count + (mz > HIGH_MASS ? 1 : 0), 0),
    largestPeakMz: peaks.mz.at(-1) ?? null,
    medianSignalToNoise: median(peaks.overNoise),
    noiseShare: meanNoise * bins.count * bins.width,
    saturatedPoints: countSaturated(spectrum.intensity, maxIntensity, laserShots),
    markers:
      evidence === null || markers === null
        ? null
        : measureMarkers(spectrum, evidence, { ...manifest, markers }),
  };
}
