/**
 * `src/core/bruker/parse-fid.ts` for the kernel: counts to float64, none below 0. Their sum is exact in any
 * order, since a million counts of 31 bits have less than 53.
 *
 * @param counts address of [points] int32
 * @param out address of [points] float64; not `counts`
 * @param summary address of [3] float64: the sum, the largest, and how many were negative
 */
export function decodeCounts(counts: usize, points: i32, out: usize, summary: usize): void {
  const zeros = i32x4.splat(0);
  let total = f64x2.splat(0);
  let largest = zeros;
  let negative = zeros;
  const end = counts + ((<usize>points) << 2);
  for (; counts + 16 <= end; counts += 16, out += 32) {
    const four = v128.load(counts);
    const above = i32x4.max_s(four, zeros);
    negative = i32x4.add(negative, i32x4.shr_u(four, 31));
    largest = i32x4.max_s(largest, above);
    const low = f64x2.convert_low_i32x4_s(above);
    const high = f64x2.convert_low_i32x4_s(i32x4.shuffle(above, above, 2, 3, 2, 3));
    v128.store(out, low);
    v128.store(out, high, 16);
    total = f64x2.add(total, f64x2.add(low, high));
  }
  let sum = f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1);
  let most = max(
    max(i32x4.extract_lane(largest, 0), i32x4.extract_lane(largest, 1)),
    max(i32x4.extract_lane(largest, 2), i32x4.extract_lane(largest, 3)),
  );
  let below =
    i32x4.extract_lane(negative, 0) +
    i32x4.extract_lane(negative, 1) +
    i32x4.extract_lane(negative, 2) +
    i32x4.extract_lane(negative, 3);
  for (; counts < end; counts += 4, out += 8) {
    const count = load<i32>(counts);
    if (count < 0) below += 1;
    const above = max(count, 0);
    most = max(most, above);
    sum += <f64>above;
    f64.store(out, <f64>above);
  }
  f64.store(summary, sum);
  f64.store(summary, <f64>most, 8);
  f64.store(summary, <f64>below, 16);
}
