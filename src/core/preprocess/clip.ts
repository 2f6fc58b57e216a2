/**
 * Sets negative values to 0. NaN stays NaN: it is no value, and binning leaves it out.
 *
 * @param y [points]. Not changed.
 * @param out [points] where to write; may be `y` itself. A new array by default.
 * @returns `out`
 */
export function clipNegative(
  y: Float64Array,
  out: Float64Array = new Float64Array(y.length),
): Float64Array {
  for (let i = 0; i < y.length; i++) out[i] = y[i]! < 0 ? 0 : y[i]!;
  return out;
}
