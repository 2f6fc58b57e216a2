import type { SampleRow } from './types';

/**
 * Returns a sample's row as it is stored and filed: with a list in place of a typed array, which JSON does not know.
 * A row that was stored has a list already. A damaged row of an older version may have neither, and stays as it is.
 */
export function plainSample(row: SampleRow): SampleRow {
  const { probabilities } = row;
  return probabilities instanceof Float32Array
    ? { ...row, probabilities: listOf(probabilities) }
    : row;
}

/** Does what `Array.from` does, which leaves garbage of several times the list's size. A run needs a list for each sample. */
function listOf(numbers: Float32Array): number[] {
  const list = new Array<number>(numbers.length);
  for (let i = 0; i < numbers.length; i++) list[i] = numbers[i]!;
  return list;
}
