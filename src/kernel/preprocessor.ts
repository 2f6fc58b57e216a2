import type { DecodeCounts } from '../core/bruker/parse-fid';
import type { PickedPeaks } from '../core/peaks/find-peaks';
import type { BinAxis } from '../core/model-pack/types';
import type { Recipe } from '../core/preprocess/recipe';
import type { Spectrum } from '../core/spectrum/spectrum';

/** A spectrum after a recipe's steps, for what needs more than a model's bins. */
export interface Profile {
  /** [points] of the spectrum's m/z, before binning: share of the total ion current per Da. */
  readonly points: Float64Array<ArrayBuffer>;
  /** [bins] as `run` returns them. */
  readonly binned: Float64Array<ArrayBuffer>;
}

/** Applies a recipe to spectra. It keeps what they share, so each thread needs its own. */
export interface Preprocessor {
  readonly kind: 'wasm-simd' | 'typescript';
  /** Decodes counts as `src/core/bruker/parse-fid.ts` does, to the last bit. It is bound to its object. */
  readonly decodeCounts: DecodeCounts;
  /**
   * Computes what `src/core/preprocess/run-recipe.ts` computes, to the last bit.
   *
   * @param spectrum [points] as measured. It is not changed, and its `mz`, which spectra of a calibration
   *   share, must not be changed afterwards.
   * @param room returns the array for the result, which is overwritten; a new one by default
   * @returns [bins] share of the total ion current per Da
   */
  run(
    recipe: Recipe,
    spectrum: Spectrum,
    bins: BinAxis,
    room?: (length: number) => Float64Array<ArrayBuffer>,
  ): Float64Array<ArrayBuffer>;
  /** Computes what `src/core/preprocess/process-profile.ts` computes, and its bins, to the last bit. New arrays. */
  profile(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Profile;
  /**
   * Finds what `src/core/peaks/find-peaks.ts` finds, to the last bit.
   *
   * @param vector [bins] of a recipe, none negative; it is not changed
   */
  findPeaks(vector: Float64Array, bins: BinAxis, minOverNoise: number): PickedPeaks;
}
