const NOISE_BLOCK = 28;
const PEAK_BLOCK = 4;
const APART = 3;
const TINY: f64 = 1e-12;

/**
 * `src/core/peaks/strong-peaks.ts` for the kernel.
 *
 * @param filled address of [blocks * 28] float64
 * @param noise address of [blocks] float64
 * @param out address of room for [blocks * 7] uint32: the peaks' bins, ascending
 * @returns how many there are
 */
export function strongPeaks(
  filled: usize,
  noise: usize,
  blocks: i32,
  minOverNoise: f64,
  out: usize,
): i32 {
  const bins = blocks * NOISE_BLOCK;
  let found = 0;
  for (let b = 0; b < blocks; b++) {
    const level = max(f64.load(noise + ((<usize>b) << 3)), TINY);
    const least = minOverNoise * level;
    const leasts = f64x2.splat(least);
    const end = (b + 1) * NOISE_BLOCK;
    for (let i = b * NOISE_BLOCK; i < end; i += PEAK_BLOCK) {
      const block = filled + ((<usize>i) << 3);
      const low = f64x2.lt(v128.load(block), leasts);
      const high = f64x2.lt(v128.load(block, 16), leasts);
      if (i8x16.bitmask(v128.and(low, high)) == 0xffff) continue;
      const at = largestOfBlock(filled, i);
      if (!isPeak(filled, bins, at, i)) continue;
      store<u32>(out + ((<usize>found) << 2), at);
      found++;
    }
  }
  return found;
}

function value(filled: usize, i: i32): f64 {
  return f64.load(filled + ((<usize>i) << 3));
}

function largestOfBlock(filled: usize, first: i32): i32 {
  let best = first;
  for (let i = first + 1; i < first + PEAK_BLOCK; i++) {
    if (value(filled, i) > value(filled, best)) best = i;
  }
  return best;
}

function isPeak(filled: usize, bins: i32, at: i32, first: i32): bool {
  const top = value(filled, at);
  if (!(top > 0)) return false;
  if (at > 0 && value(filled, at - 1) > top) return false;
  if (at + 1 < bins && value(filled, at + 1) > top) return false;
  return (
    !isHidden(filled, bins, at, first - PEAK_BLOCK) &&
    !isHidden(filled, bins, at, first + PEAK_BLOCK)
  );
}

function isHidden(filled: usize, bins: i32, at: i32, first: i32): bool {
  if (first < 0 || first >= bins) return false;
  const other = largestOfBlock(filled, first);
  return abs(other - at) <= APART && value(filled, other) > value(filled, at);
}
