import type { Inflate } from './inflate';
import { inflateRaw } from './inflate-raw';
import { Zlib } from './zlib';
import { ZlibInflater } from './zlib-inflater';

/** Gives zlib with memory of its own each time; null where it cannot be had. */
export type OpenZlib = () => Promise<Zlib | null>;

/**
 * Reads and compiles zlib once, when it is first asked for.
 * @param readModule reads the bytes of zip.js's `zip-module.wasm`
 */
export function zlibOpener(readModule: () => Promise<BufferSource>): OpenZlib {
  let compiling: Promise<WebAssembly.Module> | null = null;
  return async () => {
    try {
      compiling ??= readModule().then((bytes) => WebAssembly.compile(bytes));
      return new Zlib(await compiling);
    } catch {
      return null;
    }
  };
}

/** The fastest way to inflate that there is here: zlib, or the platform's own where that cannot be had. */
export async function openInflater(openZlib: OpenZlib): Promise<Inflate> {
  const zlib = await openZlib();
  return zlib === null ? inflateRaw : new ZlibInflater(zlib).inflate;
}
