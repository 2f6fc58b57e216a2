import type { BinAxis } from '../model-pack/types';
import { binStarts } from './bin';

/**
 * What can be kept from one spectrum to the next: buffers for the values between two steps, and
 * where the bins begin on an m/z axis that spectra share. One per thread; it holds no results.
 */
export class Workspace {
  #buffers: Float64Array[] = [];
  // Weak: an axis that nobody uses any more takes its bins with it.
  readonly #starts = new WeakMap<Float64Array, Map<string, Uint32Array>>();

  /** A buffer of `length` values that is none of those in use. What stands in it is anything. */
  spare(length: number, ...inUse: readonly Float64Array[]): Float64Array {
    if (this.#buffers[0]?.length !== length) this.#buffers = [];
    let buffer = this.#buffers.find((candidate) => !inUse.includes(candidate));
    if (!buffer) {
      buffer = new Float64Array(length);
      this.#buffers.push(buffer);
    }
    return buffer;
  }

  /** `binStarts(mz, bins)`, computed once for an array. `mz` must not be changed afterwards. */
  binStarts(mz: Float64Array, bins: BinAxis): Uint32Array {
    let byBins = this.#starts.get(mz);
    if (!byBins) this.#starts.set(mz, (byBins = new Map<string, Uint32Array>()));
    const key = `${bins.first}/${bins.width}/${bins.count}`;
    let starts = byBins.get(key);
    if (!starts) byBins.set(key, (starts = binStarts(mz, bins)));
    return starts;
  }
}
