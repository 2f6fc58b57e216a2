import type { BinAxis } from '../model-pack/types';
import { findProfilePeaks } from '../peaks/find-profile-peaks';
import { binMeans, ONE_DALTON_BINS } from '../preprocess/bin';
import { processProfile } from '../preprocess/process-profile';
import type { Recipe } from '../preprocess/recipe';
import { Workspace } from '../preprocess/workspace';
import type { Spectrum } from './spectrum';

/** One spectrum for display, at every stage from the detector to the model's input. */
export interface SpectrumView {
  /** [points] ascending, Da per charge. */
  readonly mz: Float64Array<ArrayBuffer>;
  /** [points] as measured, counts. */
  readonly raw: Float64Array<ArrayBuffer>;
  /** [points] after the recipe's steps, before binning: share of the total ion current per Da. */
  readonly processed: Float64Array<ArrayBuffer>;
  /** The input of a model with these bins: share of the total ion current per Da. */
  readonly binned: { readonly bins: BinAxis; readonly values: Float64Array<ArrayBuffer> };
  /** Peaks of the processed profile, in order of m/z; the arrays have the same length. */
  readonly peaks: {
    readonly mz: Float64Array<ArrayBuffer>;
    /** Largest count at the apex or beside it. */
    readonly counts: Float64Array<ArrayBuffer>;
    /** Height in the processed profile. */
    readonly height: Float64Array<ArrayBuffer>;
    /** Height over the local noise. */
    readonly overNoise: Float64Array<ArrayBuffer>;
  };
}

/** Least height over noise of a listed peak: the least that a reader would believe. */
export const LISTED_PEAKS = 3;

/** Number of points beside an apex that are searched for its counts: smoothing moves an apex by no more. */
const COUNTS_REACH = 2;

/**
 * Computes everything that is displayed of a spectrum.
 *
 * @param spectrum [points] as measured. Not changed, and nothing of it is kept: its m/z may be shared.
 * @param bins of the model that it is displayed for
 */
export function viewSpectrum(
  recipe: Recipe,
  spectrum: Spectrum,
  bins: BinAxis,
  workspace: Workspace = new Workspace(),
): SpectrumView {
  const mz = Float64Array.from(spectrum.mz);
  const raw = Float64Array.from(spectrum.intensity);
  const processed = Float64Array.from(processProfile(recipe, spectrum, workspace));
  const binnedAs = (axis: BinAxis) => binMeans(processed, workspace.binStarts(spectrum.mz, axis));
  const fine = { bins: ONE_DALTON_BINS, values: binnedAs(ONE_DALTON_BINS) };
  const found = findProfilePeaks(mz, processed, fine, LISTED_PEAKS);
  const counts = Float64Array.from(found.point, (at) => largestNear(raw, at));
  // Where hardly any ion arrives, smoothing makes bumps beside the counts, which are not peaks.
  const isReal = (_: number, i: number) => counts[i]! > 0;
  return {
    mz,
    raw,
    processed,
    binned: { bins, values: binnedAs(bins) },
    peaks: {
      mz: found.mz.filter(isReal),
      counts: counts.filter(isReal),
      height: found.height.filter(isReal),
      overNoise: found.overNoise.filter(isReal),
    },
  };
}

function largestNear(raw: Float64Array, at: number): number {
  let largest = 0;
  for (const counts of raw.subarray(Math.max(0, at - COUNTS_REACH), at + COUNTS_REACH + 1)) {
    if (counts > largest) largest = counts;
  }
  return largest;
}
