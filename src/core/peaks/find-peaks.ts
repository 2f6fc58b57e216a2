import type { BinAxis } from '../model-pack/types';
import { fillEmptyBins } from './fill-empty-bins';
import { estimateLocalNoise, NOISE_BLOCK } from './local-noise';
import { strongPeaks } from './strong-peaks';

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
 * Finds the peaks of a spectrum in bins of 1 Da as the marker model does (docs/marker-model.md): the largest
 * bin of each block of four, unless a bin beside it or a block maximum within 3 bins is higher. Its m/z is
 * the vertex of the parabola through it and its two neighbours.
 *
 * @param vector [bins] of a recipe, none negative. Not changed.
 * @param minOverNoise peaks lower than this times the local noise are left out
 * @param scratch [`peakRoom(bins)`] with arbitrary content, kept from spectrum to spectrum for speed
 */
export function findPeaks(
  vector: ArrayLike<number>,
  bins: BinAxis,
  minOverNoise: number,
  scratch: Float64Array = new Float64Array(peakRoom(bins)),
): PickedPeaks {
  const filled = fillEmptyBins(vector, scratch.length, scratch);
  const noise = estimateLocalNoise(filled);
  return describePeaks(filled, noise, strongPeaks(filled, noise, minOverNoise), bins);
}

/**
 * Computes m/z, height and height over noise of the peaks that were found.
 *
 * @param filled [blocks x NOISE_BLOCK] the bins, without empty ones. Not changed.
 * @param noise [blocks]. Not changed.
 * @param at [peaks] their bins
 */
export function describePeaks(
  filled: Float64Array,
  noise: Float64Array,
  at: ArrayLike<number>,
  bins: BinAxis,
): PickedPeaks {
  const mz = new Float64Array(at.length);
  const height = new Float64Array(at.length);
  const overNoise = new Float64Array(at.length);
  for (let p = 0; p < at.length; p++) {
    const bin = at[p]!;
    mz[p] = bins.first + bins.width * (bin + 0.5 + vertexOffset(filled, bin));
    height[p] = filled[bin]!;
    overNoise[p] = filled[bin]! / Math.max(noise[Math.floor(bin / NOISE_BLOCK)]!, TINY);
  }
  let sum = 0;
  for (let b = 0; b < noise.length; b++) sum += noise[b]!;
  return { peaks: { mz, height, overNoise }, meanNoise: sum / noise.length };
}

/** @returns the number of values that the scratch of `findPeaks` must hold: whole blocks of the noise */
export function peakRoom({ count }: BinAxis): number {
  return Math.ceil(count / NOISE_BLOCK) * NOISE_BLOCK;
}

function vertexOffset(values: Float64Array, at: number): number {
  const left = values[at - 1] ?? 0;
  const right = values[at + 1] ?? 0;
  const bend = Math.min(left + right - 2 * values[at]!, -TINY);
  return Math.max(-0.5, Math.min(0.5, (left - right) / 2 / bend));
}
