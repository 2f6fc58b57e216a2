import type { BinAxis } from '../model-pack/types';
import { binStarts } from './bin';

/**
 * Holds what can be kept from one spectrum to the next: buffers for the values between two steps, and where
 * the bins begin on an m/z axis that spectra share. Each thread has one; it holds no results.
 */
export class Workspace {
  #buffers: Float64Array[] = [];
  // Weak, so that the bins of an axis are freed with the axis.
  readonly #starts = new WeakMap<Float64Array, Map<string, Uint32Array>>();

  /** @returns a buffer of `length` values, with arbitrary content, that is none of those in use */
  spare(length: number, ...inUse: readonly Float64Array[]): Float64Array {
    if (this.#buffers[0]?.length !== length) this.#buffers = [];
    let buffer = this.#buffers.find((candidate) => !inUse.includes(candidate));
    if (!buffer) {
      buffer = new Float64Array(length);
      this.#buffers.push(buffer);
    }
    return buffer;
  }

  /** Computes `binStarts(mz, bins)` once for each array. `mz` must not be changed afterwards. */
  binStarts(mz: Float64Array, bins: BinAxis): Uint32Array {
    let byBins = this.#starts.get(mz);
    if (!byBins) this.#starts.set(mz, (byBins = new Map<string, Uint32Array>()));
    const key = `${bins.first}/${bins.width}/${bins.count}`;
    let starts = byBins.get(key);
    if (!starts) byBins.set(key, (starts = binStarts(mz, bins)));
    return starts;
  }
}
