import type { BinAxis } from '../model-pack/types';
import { binMeans, ONE_DALTON_BINS } from '../preprocess/bin';
import { processProfile } from '../preprocess/process-profile';
import type { Recipe } from '../preprocess/recipe';
import { Workspace } from '../preprocess/workspace';
import { findRealPeaks, type RealPeaks } from './real-peaks';
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
  readonly peaks: RealPeaks;
}

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
  // Not by `from`, which takes an iterator's time for each number.
  const mz = new Float64Array(spectrum.mz);
  const raw = new Float64Array(spectrum.intensity);
  const processed = new Float64Array(processProfile(recipe, spectrum, workspace));
  const binnedAs = (axis: BinAxis) => binMeans(processed, workspace.binStarts(spectrum.mz, axis));
  const fine = { bins: ONE_DALTON_BINS, values: binnedAs(ONE_DALTON_BINS) };
  return {
    mz,
    raw,
    processed,
    binned: { bins, values: binnedAs(bins) },
    peaks: findRealPeaks(mz, raw, processed, fine),
  };
}
