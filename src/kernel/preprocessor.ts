import type { DecodeCounts } from '../core/bruker/parse-fid';
import type { PickedPeaks } from '../core/peaks/find-peaks';
import type { BinAxis } from '../core/model-pack/types';
import type { Recipe } from '../core/preprocess/recipe';
import type { Spectrum } from '../core/spectrum/spectrum';

/** Takes spectra through a recipe. It keeps what they share from one to the next: one per thread. */
export interface Preprocessor {
  readonly kind: 'wasm-simd' | 'typescript';
  /** What `src/core/bruker/parse-fid.ts` decodes, to the last bit. May be called by itself. */
  readonly decodeCounts: DecodeCounts;
  /**
   * What `src/core/preprocess/run-recipe.ts` computes, to the last bit.
   *
   * @param spectrum [points] as measured. Not changed, and its `mz`, which spectra of a calibration
   *   share, must not be changed afterwards.
   * @param room gives the array for the result, which is overwritten; a new one unless told
   * @returns [bins] share of the total ion current per Da
   */
  run(
    recipe: Recipe,
    spectrum: Spectrum,
    bins: BinAxis,
    room?: (length: number) => Float64Array<ArrayBuffer>,
  ): Float64Array<ArrayBuffer>;
  /**
   * What `src/core/peaks/find-peaks.ts` finds, to the last bit.
   *
   * @param vector [bins] of a recipe, none negative. Not changed.
   */
  findPeaks(vector: Float64Array, bins: BinAxis, minOverNoise: number): PickedPeaks;
}
