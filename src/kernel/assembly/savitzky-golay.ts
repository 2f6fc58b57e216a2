/**
 * `src/core/preprocess/savitzky-golay.ts` for the kernel, with the weights that are computed there.
 *
 * @param y address of [points] float64
 * @param out address of [points] float64; not `y`
 * @param half points on each side of a fit's centre; `points` is 2 * half + 1 at least
 * @param weights address of [half + 1] float64, those of the middle from the centre outwards, and
 *   behind them [half][2 * half + 1] float64, those of the first point, the second ...
 */
export function smoothSavitzkyGolay(
  y: usize,
  out: usize,
  points: i32,
  half: i32,
  weights: usize,
): void {
  smoothMiddle(y, out, points, half, weights);
  smoothEnds(y, out, points, half, weights + ((<usize>half + 1) << 3));
}

function smoothMiddle(y: usize, out: usize, points: i32, half: i32, centre: usize): void {
  const reach = (<usize>half) << 3;
  const end = y + ((<usize>points) << 3) - reach;
  const shift = out - y;
  let i = y + reach;
  // Computes eight points at a time: each weight is loaded once for four independent sums.
  for (; i + 64 <= end; i += 64) {
    const middle = v128.load64_splat(centre);
    let sum0 = f64x2.mul(middle, v128.load(i));
    let sum1 = f64x2.mul(middle, v128.load(i, 16));
    let sum2 = f64x2.mul(middle, v128.load(i, 32));
    let sum3 = f64x2.mul(middle, v128.load(i, 48));
    for (let k = reach; k > 0; k -= 8) {
      const weight = v128.load64_splat(centre + k);
      const left = i - k;
      const right = i + k;
      sum0 = addPair(sum0, weight, v128.load(left), v128.load(right));
      sum1 = addPair(sum1, weight, v128.load(left, 16), v128.load(right, 16));
      sum2 = addPair(sum2, weight, v128.load(left, 32), v128.load(right, 32));
      sum3 = addPair(sum3, weight, v128.load(left, 48), v128.load(right, 48));
    }
    v128.store(i + shift, sum0);
    v128.store(i + shift, sum1, 16);
    v128.store(i + shift, sum2, 32);
    v128.store(i + shift, sum3, 48);
  }
  for (; i < end; i += 8) {
    let sum = f64.load(centre) * f64.load(i);
    for (let k = reach; k > 0; k -= 8) {
      sum += f64.load(centre + k) * (f64.load(i - k) + f64.load(i + k));
    }
    f64.store(i + shift, sum);
  }
}

function addPair(sum: v128, weight: v128, left: v128, right: v128): v128 {
  return f64x2.add(sum, f64x2.mul(weight, f64x2.add(left, right)));
}

function smoothEnds(y: usize, out: usize, points: i32, half: i32, ends: usize): void {
  const last = (<usize>points - 1) << 3;
  const window = ((<usize>half) << 4) + 8;
  for (let i: usize = 0; i < (<usize>half) << 3; i += 8) {
    let atStart: f64 = 0;
    let atEnd: f64 = 0;
    for (let k: usize = 0; k < window; k += 8) {
      const weight = f64.load(ends + k);
      atStart += weight * f64.load(y + k);
      atEnd += weight * f64.load(y + last - k);
    }
    f64.store(out + i, atStart);
    f64.store(out + last - i, atEnd);
    ends += window;
  }
}
