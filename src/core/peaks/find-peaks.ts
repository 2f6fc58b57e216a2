import type { BinAxis } from '../model-pack/types';
import { fillEmptyBins } from './fill-empty-bins';
import { estimateLocalNoise, NOISE_BLOCK } from './local-noise';

/** Peaks of these spectra are 4 to 9 Da wide: four neighbouring bins of 1 Da hold one at most. */
const PEAK_BLOCK = 4;
/** A peak stands alone among this many bins on either side. */
const APART = 3;
const TINY = 1e-12;

/** Peaks in order of m/z; the arrays have the same length. */
export interface PeakList {
  readonly mz: Float64Array;
  /** In the unit of the bins. */
  readonly height: Float64Array;
  /** Height over the local noise. */
  readonly overNoise: Float64Array;
}

export interface PickedPeaks {
  readonly peaks: PeakList;
  /** Mean of the local noise over the whole axis, in the unit of the bins. */
  readonly meanNoise: number;
}

/**
 * Finds the peaks of a spectrum in bins of 1 Da as the marker model does (docs/marker-model.md): the
 * largest bin of each block of four, if none beside it and no block maximum within 3 bins is higher.
 * Its m/z is the vertex of the parabola through it and its two neighbours.
 *
 * @param vector [bins] of a recipe, none negative. Not changed.
 * @param minOverNoise peaks lower than this times the local noise are left out
 * @param scratch kept from spectrum to spectrum for speed: `peakScratch(bins)`; what is in it is anything
 */
export function findPeaks(
  vector: ArrayLike<number>,
  bins: BinAxis,
  minOverNoise: number,
  scratch: Float64Array = peakScratch(bins),
): PickedPeaks {
  const noiseBlocks = scratch.length / NOISE_BLOCK;
  const filled = fillEmptyBins(vector, scratch.length, scratch);
  const noise = estimateLocalNoise(filled);
  const mz: number[] = [];
  const height: number[] = [];
  const overNoise: number[] = [];
  for (let b = 0; b < noiseBlocks; b++) {
    const level = Math.max(noise[b]!, TINY);
    const least = minOverNoise * level;
    const end = (b + 1) * NOISE_BLOCK;
    for (let i = b * NOISE_BLOCK; i < end; i++) {
      // Most bins end here: what stands out is looked at with its surroundings, once a block of four.
      if (filled[i]! < least) continue;
      const at = largestOfBlock(filled, Math.floor(i / PEAK_BLOCK));
      i += PEAK_BLOCK - 1 - (i % PEAK_BLOCK);
      if (!isPeak(filled, at)) continue;
      const top = filled[at]!;
      mz.push(bins.first + bins.width * (at + 0.5 + vertexOffset(filled, at)));
      height.push(top);
      overNoise.push(top / level);
    }
  }
  return {
    peaks: {
      mz: Float64Array.from(mz),
      height: Float64Array.from(height),
      overNoise: Float64Array.from(overNoise),
    },
    meanNoise: noise.reduce((sum, level) => sum + level, 0) / noise.length,
  };
}

/** Room for one spectrum, for `findPeaks`. */
export function peakScratch({ count }: BinAxis): Float64Array {
  return new Float64Array(Math.ceil(count / NOISE_BLOCK) * NOISE_BLOCK);
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

/** Whether a block's largest bin is near, and higher. */
function isHidden(values: Float64Array, at: number, block: number): boolean {
  if (block < 0 || block * PEAK_BLOCK >= values.length) return false;
  const other = largestOfBlock(values, block);
  return Math.abs(other - at) <= APART && values[other]! > values[at]!;
}

function vertexOffset(values: Float64Array, at: number): number {
  const left = values[at - 1] ?? 0;
  const right = values[at + 1] ?? 0;
  const bend = Math.min(left + right - 2 * values[at]!, -TINY);
  return Math.max(-0.5, Math.min(0.5, (left - right) / 2 / bend));
}
