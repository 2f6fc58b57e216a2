/**
 * `src/core/preprocess/pointwise.ts` for the kernel, in place.
 *
 * @param y address of [points] float64
 */
export function squareRoot(y: usize, points: i32): void {
  const end = y + ((<usize>points) << 3);
  for (; y + 16 <= end; y += 16) v128.store(y, f64x2.sqrt(v128.load(y)));
  if (y < end) f64.store(y, sqrt<f64>(f64.load(y)));
}
