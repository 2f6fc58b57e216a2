import type { Problem } from '../problem';
import type { Result } from '../result';
import type { AcquisitionRecord, SpectrumNames } from '../spectrum/spectrum';
import type { SpectrumWatch } from '../watch/types';
import type { MarkerEvidence, SpectrumMeasures } from './types';

/** What a model's graph answered to one vector. */
export interface ModelAnswer {
  readonly probabilities: Float32Array;
  readonly evidence: MarkerEvidence | null;
  readonly peaks: number | null;
}

/** What a compute worker has made of one acquisition. */
export interface SpectrumOutcome {
  readonly index: number;
  readonly uid: string;
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
