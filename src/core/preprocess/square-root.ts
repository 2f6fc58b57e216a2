/**
 * Stabilises the variance of counts: y = sqrt(intensity). The noise of a counted signal grows with
 * its square root, so after this step strong and weak peaks carry noise of about the same size.
 * Bartlett 1936, doi:10.2307/2983678.
 *
 * @param intensity [points] counts, not negative (a negative one becomes NaN). Not changed.
 * @param out [points] where to write; may be `intensity` itself. A new array by default.
 * @returns `out`
 */
export function squareRoot(
  intensity: Float64Array,
  out: Float64Array = new Float64Array(intensity.length),
): Float64Array {
  for (let i = 0; i < intensity.length; i++) out[i] = Math.sqrt(intensity[i]!);
  return out;
}
