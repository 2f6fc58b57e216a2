/**
 * Fills empty bins with the mean of their two neighbours. Above 11 kDa an instrument's points lie more than 1
 * Da apart and leave bins empty. A bin whose points were all clipped counts as empty too.
 *
 * @param vector [bins]. Not changed.
 * @param length of the result, at least the number of bins; the rest is 0 except for the first, which is
 * filled like an empty bin
 * @param output [length] array to write into; a new array by default
 */
export function fillEmptyBins(
  vector: ArrayLike<number>,
  length: number,
  output: Float64Array = new Float64Array(length),
): Float64Array {
  const bins = vector.length;
  let before = 0;
  let value = vector[0] ?? 0;
  for (let i = 0; i < bins; i++) {
    const after = i + 1 < bins ? vector[i + 1]! : 0;
    output[i] = value === 0 ? (before + after) / 2 : value;
    before = value;
    value = after;
  }
  output.fill(0, bins);
  if (length > bins) output[bins] = before / 2;
  return output;
}
