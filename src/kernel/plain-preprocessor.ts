import { decodeCounts } from '../core/bruker/parse-fid';
import { findPeaks, type PickedPeaks, peakRoom } from '../core/peaks/find-peaks';
import type { BinAxis } from '../core/model-pack/types';
import { binMeans } from '../core/preprocess/bin';
import { processProfile } from '../core/preprocess/process-profile';
import type { Recipe } from '../core/preprocess/recipe';
import { runRecipe } from '../core/preprocess/run-recipe';
import { Workspace } from '../core/preprocess/workspace';
import type { Spectrum } from '../core/spectrum/spectrum';
import type { Preprocessor, Profile } from './preprocessor';

/** Runs the steps of `src/core/preprocess` themselves, where WebAssembly SIMD is not available. */
export class PlainPreprocessor implements Preprocessor {
  readonly kind = 'typescript';
  readonly decodeCounts = decodeCounts;
  readonly #workspace = new Workspace();
  #scratch = new Float64Array(0);

  run(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Float64Array<ArrayBuffer> {
    return runRecipe(recipe, spectrum, bins, this.#workspace);
  }

  profile(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Profile {
    const points = processProfile(recipe, spectrum, this.#workspace).slice();
    return { points, binned: binMeans(points, this.#workspace.binStarts(spectrum.mz, bins)) };
  }

  findPeaks(vector: Float64Array, bins: BinAxis, minOverNoise: number): PickedPeaks {
    const room = peakRoom(bins);
    if (this.#scratch.length !== room) this.#scratch = new Float64Array(room);
    return findPeaks(vector, bins, minOverNoise, this.#scratch);
  }
}
