import type { BinAxis } from '../model-pack/types';
import { fillEmptyBins } from './fill-empty-bins';
import { estimateLocalNoise, NOISE_BLOCK } from './local-noise';

/**
 * A peak is the highest of this many points on either side. Points are evenly spaced in time of flight, so
 * this is 2 Da at m/z 2,000 and 6 Da at 20,000: about half the width of a peak, everywhere.
 */
const REACH = 5;
const TINY = 1e-12;

/** Peaks of a profile, in order of m/z; the arrays have the same length. */
export interface ProfilePeaks {
  /** Index of the point that is the apex. */
  readonly point: Uint32Array<ArrayBuffer>;
  readonly mz: Float64Array<ArrayBuffer>;
  /** In the unit of the profile. */
  readonly height: Float64Array<ArrayBuffer>;
  /** Height over the local noise. */
  readonly overNoise: Float64Array<ArrayBuffer>;
}

/** A profile in bins of 1 Da. */
export interface BinnedProfile {
  readonly bins: BinAxis;
  readonly values: ArrayLike<number>;
}

/**
 * Finds the peaks of a processed profile: points that are higher than all others near them. The m/z is the
 * vertex of the parabola through a peak's three highest points. Heights are compared with the same local
 * noise as in the marker model, so that both use the same measure.
 *
 * Local maxima over a noise threshold: Gibb & Strimmer 2012, doi:10.1093/bioinformatics/bts447.
 *
 * @param mz [points] ascending. Not changed.
 * @param profile [points] smoothed, without baseline, none negative. Not changed.
 * @param binned the same profile in bins of 1 Da, for the noise. Not changed.
 * @param minOverNoise peaks lower than this times the local noise are left out
 */
export function findProfilePeaks(
  mz: Float64Array,
  profile: Float64Array,
  binned: BinnedProfile,
  minOverNoise: number,
): ProfilePeaks {
  const noiseAt = localNoise(binned);
  const found: { point: number; mz: number; height: number; overNoise: number }[] = [];
  for (let point = 1; point < profile.length - 1; point++) {
    const height = profile[point]!;
    if (!(height > 0) || !isHighest(profile, point)) continue;
    const overNoise = height / Math.max(noiseAt(mz[point]!), TINY);
    if (overNoise >= minOverNoise) {
      found.push({ point, mz: apex(mz, profile, point), height, overNoise });
    }
  }
  return {
    point: Uint32Array.from(found, ({ point }) => point),
    mz: Float64Array.from(found, (peak) => peak.mz),
    height: Float64Array.from(found, ({ height }) => height),
    overNoise: Float64Array.from(found, ({ overNoise }) => overNoise),
  };
}

/**
 * Returns whether a point is the highest near it. Of equally high points the first counts, so that a flat top
 * is one peak.
 */
function isHighest(profile: Float64Array, point: number): boolean {
  const height = profile[point]!;
  const end = Math.min(profile.length - 1, point + REACH);
  for (let i = Math.max(0, point - REACH); i < point; i++) if (profile[i]! >= height) return false;
  for (let i = point + 1; i <= end; i++) if (profile[i]! > height) return false;
  return true;
}

/**
 * Computes the vertex of the parabola through a point and its two neighbours, which may be unevenly spaced.
 */
function apex(mz: Float64Array, profile: Float64Array, point: number): number {
  const x = mz[point]!;
  const left = mz[point - 1]! - x;
  const right = mz[point + 1]! - x;
  const leftSlope = (profile[point - 1]! - profile[point]!) / left;
  const rightSlope = (profile[point + 1]! - profile[point]!) / right;
  const bend = (rightSlope - leftSlope) / (right - left);
  if (!(bend < 0)) return x;
  const offset = (left * bend - leftSlope) / (2 * bend);
  return x + Math.min(right / 2, Math.max(left / 2, offset));
}

function localNoise({ bins, values }: BinnedProfile): (mz: number) => number {
  const blocks = Math.ceil(values.length / NOISE_BLOCK);
  const noise = estimateLocalNoise(fillEmptyBins(values, blocks * NOISE_BLOCK));
  return (mz) => {
    const block = Math.floor((mz - bins.first) / bins.width / NOISE_BLOCK);
    return noise[Math.min(blocks - 1, Math.max(0, block))] ?? 0;
  };
}
