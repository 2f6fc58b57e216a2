/**
 * `src/core/peaks/fill-empty-bins.ts` for the kernel.
 *
 * @param vector address of [bins] float64
 * @param out address of [length] float64; not `vector`
 * @param length bins at least
 */
export function fillEmptyBins(vector: usize, bins: i32, out: usize, length: i32): void {
  const shift = out - vector;
  const end = vector + ((<usize>bins) << 3);
  const outEnd = out + ((<usize>length) << 3);
  let before: f64 = 0;
  let value: f64 = bins > 0 ? f64.load(vector) : 0;
  for (let i = vector; i < end; i += 8) {
    const after: f64 = i + 8 < end ? f64.load(i, 8) : 0;
    f64.store(i + shift, value == 0 ? (before + after) / 2 : value);
    before = value;
    value = after;
  }
  let i = end + shift;
  if (i < outEnd) {
    f64.store(i, before / 2);
    i += 8;
  }
  memory.fill(i, 0, outEnd - i);
}
