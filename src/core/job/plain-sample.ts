import type { SampleRow } from './types';

/** A sample's row as it is stored and filed: it has lists and no arrays of numbers, which JSON does not know. */
export interface PlainSampleRow extends SampleRow {
  readonly probabilities: readonly number[];
}

export function plainSample(row: SampleRow): PlainSampleRow {
  return { ...row, probabilities: Array.from(row.probabilities) };
}
