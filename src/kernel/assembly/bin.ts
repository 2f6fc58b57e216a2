/**
 * `binMeans` of `src/core/preprocess/bin.ts` for the kernel.
 *
 * @param y address of [points] float64
 * @param starts address of [bins + 1] uint32
 * @param out address of [bins] float64
 */
export function binMeans(y: usize, starts: usize, out: usize, bins: i32): void {
  const last = starts + ((<usize>bins) << 2);
  let point = y + ((<usize>load<u32>(starts)) << 3);
  for (; starts < last; starts += 4, out += 8) {
    const end = y + ((<usize>load<u32>(starts, 4)) << 3);
    let sum: f64 = 0;
    let count: f64 = 0;
    for (; point < end; point += 8) {
      const value = f64.load(point);
      // An empty bin is 0 and not NaN.
      if (value == value) {
        sum += value;
        count += 1;
      }
    }
    f64.store(out, count == 0 ? 0 : sum / count);
  }
}
