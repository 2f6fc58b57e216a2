/**
 * `src/core/preprocess/pointwise.ts` for the kernel, in place: `y` becomes `y` less `baseline`.
 *
 * @param y address of [points] float64
 * @param baseline address of [points] float64
 */
export function subtract(y: usize, baseline: usize, points: i32): void {
  const end = y + ((<usize>points) << 3);
  const toBaseline = baseline - y;
  for (; y + 16 <= end; y += 16) {
    v128.store(y, f64x2.sub(v128.load(y), v128.load(y + toBaseline)));
  }
  if (y < end) f64.store(y, f64.load(y) - f64.load(y + toBaseline));
}
