/**
 * Divides a spectrum by its total ion current, so that spectra of strong and weak samples compare.
 * Without any current (an all-zero spectrum) every point becomes NaN, which later steps drop.
 *
 * @param y [points]. Not changed.
 * @param current total ion current of `y`; see `total-ion-current.ts`
 * @param out [points] where to write; may be `y` itself. A new array by default.
 * @returns `out`
 */
export function normalise(
  y: Float64Array,
  current: number,
  out: Float64Array = new Float64Array(y.length),
): Float64Array {
  for (let i = 0; i < y.length; i++) out[i] = y[i]! / current;
  return out;
}
