import { NOISE_BLOCK } from './local-noise';

/** Peaks of these spectra are 4 to 9 Da wide, so four neighbouring bins of 1 Da hold one at most. */
const PEAK_BLOCK = 4;
/** A peak is the only one within this many bins on either side. */
const APART = 3;
const TINY = 1e-12;

/**
 * Finds the bins of the peaks that are high enough over the noise: the largest of each block of four, unless
 * a bin beside it or a block maximum within 3 bins is higher.
 *
 * @param filled [blocks x NOISE_BLOCK], as `fillEmptyBins` returns it. Not changed.
 * @param noise [blocks]. Not changed.
 * @param minOverNoise blocks whose maximum is below this times the local noise are left out
 * @returns the bins in ascending order
 */
export function strongPeaks(
  filled: Float64Array,
  noise: Float64Array,
  minOverNoise: number,
): number[] {
  const found: number[] = [];
  for (let b = 0; b < noise.length; b++) {
    const least = minOverNoise * Math.max(noise[b]!, TINY);
    const end = (b + 1) * NOISE_BLOCK;
    for (let i = b * NOISE_BLOCK; i < end; i++) {
      // Most bins end here: only a bin over the limit is examined with its surroundings, once a block of
      // four.
      if (filled[i]! < least) continue;
      const at = largestOfBlock(filled, Math.floor(i / PEAK_BLOCK));
      i += PEAK_BLOCK - 1 - (i % PEAK_BLOCK);
      if (isPeak(filled, at)) found.push(at);
    }
  }
  return found;
}

function largestOfBlock(values: Float64Array, block: number): number {
  let best = block * PEAK_BLOCK;
  for (let i = best + 1; i < (block + 1) * PEAK_BLOCK; i++)
    if (values[i]! > values[best]!) best = i;
  return best;
}

/** @param at the largest bin of its block */
function isPeak(values: Float64Array, at: number): boolean {
  const top = values[at]!;
  if (!(top > 0) || (values[at - 1] ?? 0) > top || (values[at + 1] ?? 0) > top) return false;
  const block = Math.floor(at / PEAK_BLOCK);
  return !isHidden(values, at, block - 1) && !isHidden(values, at, block + 1);
}

/** @returns whether a block's largest bin is near and higher */
function isHidden(values: Float64Array, at: number, block: number): boolean {
  if (block < 0 || block * PEAK_BLOCK >= values.length) return false;
  const other = largestOfBlock(values, block);
  return Math.abs(other - at) <= APART && values[other]! > values[at]!;
}
