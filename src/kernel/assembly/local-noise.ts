/** Number of bins that share one estimate, as in `src/core/peaks/local-noise.ts`. */
const BLOCK = 28;
const REACH = 11;

/**
 * `src/core/peaks/local-noise.ts` for the kernel.
 *
 * @param filled address of [blocks * 28] float64
 * @param noise address of [blocks] float64: the result
 * @param means address of [blocks] float64, work space
 * @param sums address of [blocks + 1] float64, work space
 */
export function estimateLocalNoise(
  filled: usize,
  blocks: i32,
  noise: usize,
  means: usize,
  sums: usize,
): void {
  for (let b = 0; b < blocks; b++) f64.store(noise + ((<usize>b) << 3), Infinity);
  averageOfCapped(filled, blocks, noise, means, sums, 1);
  averageOfCapped(filled, blocks, noise, means, sums, 1.5);
  averageOfCapped(filled, blocks, noise, means, sums, 2);
}

/**
 * Runs one round: `noise` becomes the mean of the bins around it, each of which is capped at `cap` times its
 * earlier noise.
 */
function averageOfCapped(
  filled: usize,
  blocks: i32,
  noise: usize,
  means: usize,
  sums: usize,
  cap: f64,
): void {
  let bin = filled;
  for (let b = 0; b < blocks; b++) {
    const at = (<usize>b) << 3;
    const most = f64x2.splat(cap * f64.load(noise + at));
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    const end = bin + (BLOCK << 3);
    for (; bin < end; bin += 32) {
      even = f64x2.add(even, f64x2.pmin(most, v128.load(bin)));
      odd = f64x2.add(odd, f64x2.pmin(most, v128.load(bin, 16)));
    }
    const both = f64x2.add(even, odd);
    const sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    f64.store(means + at, sum / BLOCK);
  }
  f64.store(sums, 0);
  for (let b = 0; b < blocks; b++) {
    const at = (<usize>b) << 3;
    f64.store(sums + at, f64.load(sums + at) + f64.load(means + at), 8);
  }
  for (let b = 0; b < blocks; b++) {
    const from = max(0, b - REACH);
    const to = min(blocks, b + REACH + 1);
    const total = f64.load(sums + ((<usize>to) << 3)) - f64.load(sums + ((<usize>from) << 3));
    f64.store(noise + ((<usize>b) << 3), total / <f64>(to - from));
  }
}
