/**
 * Above 11 kDa an instrument's points lie more than 1 Da apart and leave bins empty: those get the
 * mean of their two neighbours. A bin whose points were all clipped is taken for empty too.
 *
 * @param vector [bins]. Not changed.
 * @param length of the result, at least as many as bins; the rest is 0 but for the first, which is
 *   filled like an empty bin
 */
export function fillEmptyBins(vector: ArrayLike<number>, length: number): Float64Array {
  const filled = new Float64Array(length);
  const bins = vector.length;
  for (let i = 0; i < bins; i++) {
    const value = vector[i]!;
    filled[i] =
      value === 0
        ? ((i > 0 ? vector[i - 1]! : 0) + (i + 1 < bins ? vector[i + 1]! : 0)) / 2
        : value;
  }
  if (length > bins) filled[bins] = vector[bins - 1]! / 2;
  return filled;
}
