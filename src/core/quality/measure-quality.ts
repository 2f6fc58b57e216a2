import { bestIon, locusEvidence, readIon, verdictOf } from '../classify/locus-findings';
import { servesAcceptance } from '../classify/locus-service';
import type { MarkerEvidence } from '../job/types';
import type { BinAxis, MarkerTable, ModelManifest } from '../model-pack/types';
import { findPeaks, type PickedPeaks } from '../peaks/find-peaks';
import type { Spectrum } from '../spectrum/spectrum';
import type { MarkerMeasures, QualityMeasures } from './measures';
import { peakWidth } from './peak-width';
import { median } from './statistics';

/** Least height over noise of a peak that counts. */
const STRONG = 5;
const HIGH_MASS = 10_000;

export interface MeasuredSpectrum {
  /** As measured. */
  readonly spectrum: Spectrum;
  /** Its largest intensity. */
  readonly maxIntensity: number;
  readonly laserShots: number | null;
  /** [bins] of the recipe, in bins of 1 Da, with a sum of about 1. */
  readonly vector: Float64Array;
  readonly bins: BinAxis;
  /** The model's answer; both values are null for models without markers. */
  readonly answer: { readonly evidence: MarkerEvidence | null; readonly peaks: number | null };
}

/**
 * Measures a spectrum's quality, without changing its arguments.
 *
 * @param find finds the peaks; may be replaced by a faster implementation
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
    // Both use the same definition, but the model computes in float32. Where a peak is at the limit, its
    // count applies, since the call uses it.
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

/** The largest value of the 8-bit digitiser of the instruments that write flex folders. */
const LARGEST_OF_8_BITS = 255;

/**
 * Counts the points at the ceiling of the digitiser. An instrument adds up its laser shots, each measured
 * by an 8-bit digitiser, so no point can be higher than 255 times their number, and a point of that height
 * was cut off in every shot.
 *
 * @param intensity [points] counts, which are not changed
 * @param maxIntensity the largest of them
 * @returns null when the number of shots is unknown, or when a point is higher, which implies a different
 * digitiser
 */
export function countSaturated(
  intensity: Float64Array,
  maxIntensity: number,
  laserShots: number | null,
): number | null {
  if (laserShots === null || !(laserShots > 0)) return null;
  const ceiling = LARGEST_OF_8_BITS * laserShots;
  if (maxIntensity !== ceiling) return maxIntensity > ceiling ? null : 0;
  let saturated = 0;
  for (let i = 0; i < intensity.length; i++) if (intensity[i] === ceiling) saturated += 1;
  return saturated;
}

/** Least height over noise of a marker whose width is measured. */
const CLEAR = 5;
/** Least number of such widths for a spectrum's resolution to be reported. */
const MIN_WIDTHS = 3;

/**
 * Measures the markers of the best-scoring taxon that the model names, whether it is called or not. Loci
 * that only name are left out, as they are from the score: some laboratories' spectra never show them,
 * which is no fault of a spectrum.
 *
 * @param spectrum as measured, for the widths of its peaks; it is not changed
 */
export function measureMarkers(
  spectrum: Spectrum,
  evidence: MarkerEvidence,
  manifest: Pick<ModelManifest, 'taxa' | 'thresholds' | 'graph'> & {
    readonly markers: MarkerTable;
  },
): MarkerMeasures {
  const { markers } = manifest;
  const taxon = bestTaxon(evidence.scores, manifest);
  const known = [...markers.loci.keys()].flatMap((locus) => {
    if (!servesAcceptance(markers, locus)) return [];
    const best = bestIon(markers, evidence, taxon, locus);
    return best === null ? [] : { locus, ion: best.ion };
  });
  // A small peak may be anywhere by chance, so the locus must also be evidence for the taxon.
  const found = known.flatMap(({ locus, ion }) => {
    const value = locusEvidence(markers, evidence, taxon, locus);
    return verdictOf(value, manifest) === 'for' ? (readIon(evidence, ion).found ?? []) : [];
  });
  const resolutions = found.flatMap(({ mz, height }) => {
    const width = height < CLEAR ? null : peakWidth(spectrum, mz);
    return width === null ? [] : mz / width;
  });
  return {
    found: found.length,
    expected: known.length,
    medianSignalToNoise: median(found.map(({ height }) => height)),
    resolution: resolutions.length < MIN_WIDTHS ? null : median(resolutions),
    shiftPpm: evidence.shiftPpm,
    tiltPpmPerKda: manifest.graph.outputs.tilt === undefined ? null : evidence.tiltPpmPerKda,
    residualPpm: median(found.map(({ errorPpm }) => Math.abs(errorPpm))),
  };
}

function bestTaxon(scores: Float32Array, { taxa }: Pick<ModelManifest, 'taxa'>): number {
  let best = -1;
  for (let t = 0; t < scores.length; t++) {
    if (taxa[t]?.outgroup === true) continue;
    if (best < 0 || scores[t]! > scores[best]!) best = t;
  }
  return Math.max(0, best);
}
