import { bestIon, locusEvidence, readIon, verdictOf } from '../classify/locus-findings';
import { servesAcceptance } from '../classify/locus-service';
import type { MarkerEvidence } from '../job/types';
import type { BinAxis, MarkerTable, ModelManifest } from '../model-pack/types';
import { findPeaks, type PickedPeaks } from '../peaks/find-peaks';
import type { Spectrum } from '../spectrum/spectrum';
import type { MarkerMeasures, QualityMeasures } from './measures';
import { peakWidth } from './peak-width';
import { median } from './statistics';

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

/** The largest value of the 8-bit digitiser of the instruments that write flex folders. */
const LARGEST_OF_8_BITS = 255;

/**
 * Points at the ceiling of the digitiser. An instrument adds up its laser shots, each of which an
 * 8-bit digitiser measured, so no point can be higher than 255 times their number, and one that is
 * there was cut off in every shot. Null when the number of shots is not known, or when a point is
 * higher: then the digitiser is another one.
 *
 * @param intensity [points] counts. Not changed.
 * @param maxIntensity the largest of them
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

/** A width is measured of markers that are this high over the noise ... */
const CLEAR = 5;
/** ... and a spectrum's resolution is given when so many have one. */
const MIN_WIDTHS = 3;

/**
 * What a marker model found of the markers of the taxon with the best score that it names, whether that is
 * called or not. Loci that only name are left out, as they are of that score: some laboratories' spectra
 * never show them, which is no fault of a spectrum.
 *
 * @param spectrum as measured, for the widths of its peaks. Not changed.
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
  // A small peak may stand anywhere by chance: what is found must speak for the taxon, too.
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
