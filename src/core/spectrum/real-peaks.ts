import { type BinnedProfile, findProfilePeaks } from '../peaks/find-profile-peaks';

/** Least height over noise of a listed peak: the least that a reader would believe. */
export const LISTED_PEAKS = 3;

/** Number of points beside an apex that are searched for its counts: smoothing moves an apex by no more. */
const COUNTS_REACH = 2;

/** Peaks of a processed profile, in order of m/z; the arrays have the same length. */
export interface RealPeaks {
  readonly mz: Float64Array<ArrayBuffer>;
  /** Largest count at the apex or beside it. */
  readonly counts: Float64Array<ArrayBuffer>;
  /** Height in the processed profile. */
  readonly height: Float64Array<ArrayBuffer>;
  /** Height over the local noise. */
  readonly overNoise: Float64Array<ArrayBuffer>;
}

/**
 * Finds the peaks of a spectrum that a reader would believe. Nothing is changed.
 *
 * @param raw [points] as measured, counts
 * @param processed [points] after the recipe's steps
 * @param binned the same in bins of 1 Da, for the noise
 */
export function findRealPeaks(
  mz: Float64Array,
  raw: Float64Array,
  processed: Float64Array,
  binned: BinnedProfile,
): RealPeaks {
  const found = findProfilePeaks(mz, processed, binned, LISTED_PEAKS);
  const counts = Float64Array.from(found.point, (at) => largestNear(raw, at));
  // Where hardly any ion arrives, smoothing makes bumps beside the counts, which are not peaks.
  const isReal = (_: number, i: number) => counts[i]! > 0;
  return {
    mz: found.mz.filter(isReal),
    counts: counts.filter(isReal),
    height: found.height.filter(isReal),
    overNoise: found.overNoise.filter(isReal),
  };
}

function largestNear(raw: Float64Array, at: number): number {
  let largest = 0;
  for (const counts of raw.subarray(Math.max(0, at - COUNTS_REACH), at + COUNTS_REACH + 1)) {
    if (counts > largest) largest = counts;
  }
  return largest;
}
