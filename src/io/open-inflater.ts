import type { Inflate } from './inflate';
import { inflateRaw } from './inflate-raw';
import { ZlibInflater } from './zlib-inflater';

/**
 * The fastest way to inflate that there is here: zlib, or the platform's own where that cannot be had.
 *
 * @param readModule reads the bytes of zip.js's `zip-module.wasm`
 */
export async function openInflater(readModule: () => Promise<BufferSource>): Promise<Inflate> {
  try {
    return new ZlibInflater(await WebAssembly.compile(await readModule())).inflate;
  } catch {
    return inflateRaw;
  }
}
