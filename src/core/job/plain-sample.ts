import type { SampleRow } from './types';

/**
 * Returns a sample's row as it is stored and filed: with lists and no arrays of numbers, which JSON does not know. A
 * row that was stored has lists already; what an older version left there may lack anything, and stays as it is.
 */
export function plainSample(row: SampleRow): SampleRow {
  const { probabilities } = row;
  return probabilities instanceof Float32Array
    ? { ...row, probabilities: Array.from(probabilities) }
    : row;
}
