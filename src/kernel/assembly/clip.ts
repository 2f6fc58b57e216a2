/**
 * `src/core/preprocess/pointwise.ts` for the kernel, in place. `pmax(y, 0)` is `y < 0 ? 0 : y`: NaN stays.
 *
 * @param y address of [points] float64
 */
export function clipNegative(y: usize, points: i32): void {
  const end = y + ((<usize>points) << 3);
  const zeros = f64x2.splat(0);
  for (; y + 16 <= end; y += 16) v128.store(y, f64x2.pmax(v128.load(y), zeros));
  if (y < end && f64.load(y) < 0) f64.store(y, 0);
}
