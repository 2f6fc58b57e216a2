/**
 * `src/core/preprocess/pointwise.ts` for the kernel, in place: `y` becomes `y` over `current`.
 *
 * @param y address of [points] float64
 */
export function normalise(y: usize, current: f64, points: i32): void {
  const end = y + ((<usize>points) << 3);
  const currents = f64x2.splat(current);
  for (; y + 16 <= end; y += 16) v128.store(y, f64x2.div(v128.load(y), currents));
  if (y < end) f64.store(y, f64.load(y) / current);
}
