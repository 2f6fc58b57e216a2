/**
 * The area under a spectrum by the trapezoid rule, over all points.
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
