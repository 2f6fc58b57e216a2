// The steps of a recipe that treat each point on its own, in the order in which recipes use them.

/**
 * Stabilises the variance of counts: y = sqrt(intensity). The noise of a counted signal grows with its square
 * root, so after this step strong and weak peaks carry noise of about the same size. Bartlett 1936,
 * doi:10.2307/2983678.
 *
 * @param intensity [points] counts, not negative (a negative one becomes NaN). Not changed.
 * @param out [points] array to write to; may be `intensity` itself. A new array by default.
 * @returns `out`
 */
export function squareRoot(
  intensity: Float64Array,
  out: Float64Array = new Float64Array(intensity.length),
): Float64Array {
  for (let i = 0; i < intensity.length; i++) out[i] = Math.sqrt(intensity[i]!);
  return out;
}

/**
 * Subtracts the baseline.
 *
 * @param y [points]. Not changed.
 * @param baseline [points]. Not changed.
 * @param out [points] array to write to; may be one of the two. A new array by default.
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

/**
 * Divides a spectrum by its total ion current, so that spectra of strong and weak samples can be compared.
 * Without any current (an all-zero spectrum) every point becomes NaN, which later steps drop.
 *
 * @param y [points]. Not changed.
 * @param current total ion current of `y`
 * @param out [points] array to write to; may be `y` itself. A new array by default.
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

/**
 * Sets negative values to 0. NaN stays NaN: it is a missing value, which binning ignores.
 *
 * @param y [points]. Not changed.
 * @param out [points] array to write to; may be `y` itself. A new array by default.
 * @returns `out`
 */
export function clipNegative(
  y: Float64Array,
  out: Float64Array = new Float64Array(y.length),
): Float64Array {
  for (let i = 0; i < y.length; i++) out[i] = y[i]! < 0 ? 0 : y[i]!;
  return out;
}

/**
 * Computes the area under a spectrum by the trapezoid rule, over all points.
 *
 * @param mz [points] ascending. Not changed.
 * @param y [points], negative values included. Not changed.
 * @returns area, in the unit of `y` times Da; 0 for fewer than two points
 */
export function totalIonCurrent(mz: Float64Array, y: Float64Array): number {
  let twice = 0;
  for (let i = 1; i < mz.length; i++) twice += (mz[i]! - mz[i - 1]!) * (y[i]! + y[i - 1]!);
  return twice / 2;
}
