import type { BinAxis } from '../core/model-pack/types';
import type { Recipe } from '../core/preprocess/recipe';
import type { Spectrum } from '../core/spectrum/spectrum';

/** Takes spectra through a recipe. It keeps what they share from one to the next: one per thread. */
export interface Preprocessor {
  readonly kind: 'wasm-simd' | 'typescript';
  /**
   * What `src/core/preprocess/run-recipe.ts` computes, to the last bit.
   *
   * @param spectrum [points] as measured. Not changed, and its `mz`, which spectra of a calibration
   *   share, must not be changed afterwards.
   * @returns [bins] share of the total ion current per Da, a new array that may be transferred
   */
  run(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Float64Array<ArrayBuffer>;
}
