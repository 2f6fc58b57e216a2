import type { Problem } from '../problem';
import type { Result } from '../result';
import type { AcquisitionRecord, SpectrumNames } from '../spectrum/spectrum';
import type { SpectrumWatch } from '../watch/types';
import type { GuardVerdict, MarkerEvidence, SpectrumMeasures } from './types';

/** What a model's graph answered to one vector. */
export interface ModelAnswer {
  readonly probabilities: Float32Array;
  readonly evidence: MarkerEvidence | null;
  readonly peaks: number | null;
  /** What the guard found in the same spectrum; absent where none runs beside the model. */
  readonly guard?: GuardVerdict;
}

/** Where the points of a spectrum lie. */
export type MassAxis = Pick<SpectrumMeasures, 'points' | 'mzFirst' | 'mzLast'>;

/** What a species call is made from: the answer to one spectrum, or to the mean of a sample's. */
export interface ClassifiedSpectrum {
  /** By taxon, in the order of the manifest; sums to about 1. */
  readonly probabilities: ArrayLike<number>;
  readonly evidence: MarkerEvidence | null;
  readonly peaks: number | null;
  /** Where the points lie of the spectra that it rests on; left out where nobody knows. */
  readonly axes?: readonly MassAxis[];
}

/** What a compute worker has made of one acquisition. */
export interface SpectrumOutcome {
  readonly index: number;
  readonly uid: string;
  /** What to call it; absent where its path says so, as that of a fid does. */
  readonly name?: string;
  readonly spot: string;
  readonly names: SpectrumNames | null;
  readonly record: AcquisitionRecord | null;
  readonly measures: SpectrumMeasures | null;
  readonly sha256: string | null;
  readonly warnings: readonly Problem[];
  /** Left out by rule, not by fault: a calibration spot, say. */
  readonly skipped: Problem | null;
  readonly answer: Result<ModelAnswer, Problem> | null;
  /** The binned vector (float64), when it was asked for. */
  readonly vector: Float64Array<ArrayBuffer> | null;
  /** What was found of the watched peaks that were asked for; absent where nothing was looked for. */
  readonly watched?: SpectrumWatch;
}
