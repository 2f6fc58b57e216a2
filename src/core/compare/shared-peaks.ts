import type { AxisCurve } from './mean-curve';

/** A peak of any of the curves, with the height of each of them there. */
export interface SharedPeak {
  /** m/z of the highest of the peaks that are taken as one. */
  readonly mz: number;
  /** [curves] highest value within the tolerance. */
  readonly heights: readonly number[];
}

export interface PeakList {
  readonly mz: ArrayLike<number>;
  readonly height: ArrayLike<number>;
}

/** Peaks as far apart as this, in ppm, are one: the axes of two spectra may differ by that much. */
export const SAME_PEAK_PPM = 500;

/**
 * Merges the highest peaks of several curves and reads each curve at each of them.
 *
 * @param lists of the curves that have a list of peaks
 * @param most peaks that are taken of each list
 * @returns in order of m/z
 */
export function sharedPeaks(
  curves: readonly AxisCurve[],
  lists: readonly PeakList[],
  most: number,
): readonly SharedPeak[] {
  const all = lists.flatMap((list) => highest(list, most)).sort((a, b) => b.height - a.height);
  const kept: number[] = [];
  for (const { mz } of all) {
    if (kept.every((other) => Math.abs(other - mz) > tolerance(other))) kept.push(mz);
  }
  kept.sort((a, b) => a - b);
  return kept.map((mz) => ({ mz, heights: curves.map((curve) => highestNear(curve, mz)) }));
}

function highest({ mz, height }: PeakList, most: number) {
  return Array.from(mz, (one, i) => ({ mz: one, height: height[i]! }))
    .sort((a, b) => b.height - a.height)
    .slice(0, most);
}

/** @returns the highest value of a curve at an m/z, within the tolerance; 0 outside of its axis */
export function highestNear({ bins, values }: AxisCurve, mz: number): number {
  const binAt = (at: number) => Math.floor((at - bins.first) / bins.width);
  const from = Math.max(0, binAt(mz - tolerance(mz)));
  const to = Math.min(bins.count - 1, binAt(mz + tolerance(mz)));
  let top = 0;
  for (let i = from; i <= to; i += 1) if (values[i]! > top) top = values[i]!;
  return top;
}

function tolerance(mz: number): number {
  return (mz * SAME_PEAK_PPM) / 1e6;
}
