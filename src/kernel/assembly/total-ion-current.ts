/**
 * `src/core/preprocess/pointwise.ts` for the kernel. One lane: the sum goes from left to
 * right, as there, since another order rounds otherwise.
 *
 * @param mz address of [points] float64
 * @param y address of [points] float64
 */
export function totalIonCurrent(mz: usize, y: usize, points: i32): f64 {
  const end = y + ((<usize>points) << 3);
  const toMz = mz - y;
  let twice: f64 = 0;
  for (let i = y + 8; i < end; i += 8) {
    const width = f64.load(i + toMz) - f64.load(i + toMz - 8);
    twice += width * (f64.load(i) + f64.load(i - 8));
  }
  return twice / 2;
}
