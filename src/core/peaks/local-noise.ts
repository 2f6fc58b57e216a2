/** Bins that share one estimate of the noise: 28 Da in bins of 1 Da. */
export const NOISE_BLOCK = 28;
/** Number of blocks on either side that an estimate is averaged over: +-322 Da in all. */
const REACH = 11;
/** The most that a bin may count in the second and the third round, as a multiple of the mean around it. */
const CAPS = [1.5, 2];

/**
 * Estimates the local noise of a binned spectrum: the mean of the surroundings, computed twice more with
 * every bin capped at 1.5 and then 2 times the previous mean, so that peaks do not raise it. The marker
 * model's graph computes the same (`marker-model/graph/pick-peaks.ts`).
 *
 * @param filled [blocks x NOISE_BLOCK], as `fillEmptyBins` returns it. Not changed.
 * @returns [blocks] in the unit of the bins
 */
export function estimateLocalNoise(filled: Float64Array): Float64Array {
  const blocks = filled.length / NOISE_BLOCK;
  const means = new Float64Array(blocks);
  for (let b = 0; b < blocks; b++) means[b] = meanOfBlock(filled, b, Infinity);
  let noise = averageAround(means);
  for (const cap of CAPS) {
    for (let b = 0; b < blocks; b++) means[b] = meanOfBlock(filled, b, cap * noise[b]!);
    noise = averageAround(means);
  }
  return noise;
}

/** Keeps four sums side by side like the kernel's vectors, since another order would round differently. */
function meanOfBlock(values: Float64Array, block: number, cap: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const end = (block + 1) * NOISE_BLOCK;
  for (let i = block * NOISE_BLOCK; i < end; i += 4) {
    a += capped(values[i]!, cap);
    b += capped(values[i + 1]!, cap);
    c += capped(values[i + 2]!, cap);
    d += capped(values[i + 3]!, cap);
  }
  return (a + c + (b + d)) / NOISE_BLOCK;
}

function capped(value: number, cap: number): number {
  return value < cap ? value : cap;
}

/** Averages over REACH blocks on either side; over fewer at the ends. */
function averageAround(means: Float64Array): Float64Array {
  const sums = new Float64Array(means.length + 1);
  for (let b = 0; b < means.length; b++) sums[b + 1] = sums[b]! + means[b]!;
  return means.map((_, b) => {
    const from = Math.max(0, b - REACH);
    const to = Math.min(means.length, b + REACH + 1);
    return (sums[to]! - sums[from]!) / (to - from);
  });
}
