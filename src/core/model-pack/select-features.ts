import { binOf } from '../preprocess/bin';
import type { ModelManifest } from './types';

/**
 * Writes a binned vector into a row of a model's input: all bins, or those that its features name.
 *
 * @param vector [bins] of the model's own bins. Not changed.
 * @param out [rows x features]; the row begins at `at`
 */
export function selectFeatures(
  vector: Float64Array,
  { bins, features }: Pick<ModelManifest, 'bins' | 'features'>,
  out: Float32Array,
  at: number,
): void {
  if (vector.length !== bins.count) {
    throw new RangeError(
      `A vector of ${vector.length} bins cannot go into a model of ${bins.count}`,
    );
  }
  if (features === null) {
    out.set(vector, at);
    return;
  }
  for (let f = 0; f < features.length; f++) {
    out[at + f] = vector[binOf(features[f]!, bins)]!;
  }
}
