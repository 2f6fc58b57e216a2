import type { CalibrantMeasures } from '../calibrant/measure-calibrant';
import type { Problem } from '../problem';
import type { Result } from '../result';
import type { AcquisitionRecord, SpectrumNames } from '../spectrum/spectrum';
import type { SpectrumWatch } from '../watch/types';
import type { GuardVerdict, MarkerEvidence, SpectrumMeasures } from './types';

/** The answer of a model's graph to one vector. */
export interface ModelAnswer {
  readonly probabilities: Float32Array;
  readonly evidence: MarkerEvidence | null;
  readonly peaks: number | null;
  /** The guard's finding in the same spectrum; absent where no guard runs beside the model. */
  readonly guard?: GuardVerdict;
}

/** The number of a spectrum's points and their range of m/z. */
export type MassAxis = Pick<SpectrumMeasures, 'points' | 'mzFirst' | 'mzLast'>;

/** What a species call is made from: the answer to one spectrum, or to the mean of a sample's spectra. */
export interface ClassifiedSpectrum {
  /** By taxon, in the order of the manifest; sums to about 1. */
  readonly probabilities: ArrayLike<number>;
  readonly evidence: MarkerEvidence | null;
  readonly peaks: number | null;
  /** Mass axes of the spectra that it was made from; absent where they are unknown. */
  readonly axes?: readonly MassAxis[];
}

/** What a compute worker made of one acquisition. */
export interface SpectrumOutcome {
  readonly index: number;
  readonly uid: string;
  /** Its name for display; absent where the path provides it, as for a fid. */
  readonly name?: string;
  readonly spot: string;
  readonly names: SpectrumNames | null;
  readonly record: AcquisitionRecord | null;
  readonly measures: SpectrumMeasures | null;
  readonly sha256: string | null;
  readonly warnings: readonly Problem[];
  /** Left out by rule rather than by fault, such as a calibration spot. */
  readonly skipped: Problem | null;
  readonly answer: Result<ModelAnswer, Problem> | null;
  /** The binned vector (float64), if it was requested. */
  readonly vector: Float64Array<ArrayBuffer> | null;
  /** What was found of the requested watched peaks; absent where none were looked for. */
  readonly watched?: SpectrumWatch;
  /** Of a calibration spot what was found on it; null where it could not be read; absent where nobody looked. */
  readonly calibrant?: CalibrantMeasures | null;
}
