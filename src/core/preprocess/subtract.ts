/**
 * Subtracts, point by point.
 *
 * @param y [points]. Not changed.
 * @param baseline [points]. Not changed.
 * @param out [points] where to write; may be one of the two. A new array by default.
 * @returns `out`
 */
export function subtract(
  y: Float64Array,
  baseline: Float64Array,
  out: Float64Array = new Float64Array(y.length),
): Float64Array {
  for (let i = 0; i < y.length; i++) out[i] = y[i]! - baseline[i]!;
  return out;
}
