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
 */
export function findPeaks(
  vector: ArrayLike<number>,
  bins: BinAxis,
  minOverNoise: number,
): PickedPeaks {
  const noiseBlocks = Math.ceil(vector.length / NOISE_BLOCK);
  const filled = fillEmptyBins(vector, noiseBlocks * NOISE_BLOCK);
  const noise = estimateLocalNoise(filled);
  const mz: number[] = [];
  const height: number[] = [];
  const overNoise: number[] = [];
  let before = -1;
  let here = largestOfBlock(filled, 0);
  for (let block = 0; here >= 0; block++) {
    const next = (block + 1) * PEAK_BLOCK < filled.length ? largestOfBlock(filled, block + 1) : -1;
    const level = Math.max(noise[Math.floor(here / NOISE_BLOCK)]!, TINY);
    const top = filled[here]!;
    if (top >= minOverNoise * level && isPeak(filled, here, before, next)) {
      mz.push(bins.first + bins.width * (here + 0.5 + vertexOffset(filled, here)));
      height.push(top);
      overNoise.push(top / level);
    }
    before = here;
    here = next;
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

function largestOfBlock(values: Float64Array, block: number): number {
  let best = block * PEAK_BLOCK;
  for (let i = best + 1; i < (block + 1) * PEAK_BLOCK; i++)
    if (values[i]! > values[best]!) best = i;
  return best;
}

/** @param before where the block before has its largest bin, and `next` the one after; -1: none */
function isPeak(values: Float64Array, at: number, before: number, next: number): boolean {
  const top = values[at]!;
  if (!(top > 0) || (values[at - 1] ?? 0) > top || (values[at + 1] ?? 0) > top) return false;
  if (before >= 0 && at - before <= APART && values[before]! > top) return false;
  return next < 0 || next - at > APART || values[next]! <= top;
}

function vertexOffset(values: Float64Array, at: number): number {
  const left = values[at - 1] ?? 0;
  const right = values[at + 1] ?? 0;
  const bend = Math.min(left + right - 2 * values[at]!, -TINY);
  return Math.max(-0.5, Math.min(0.5, (left - right) / 2 / bend));
}
