import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Bytes of zlib as zip.js ships it, for Node: `openInflater(readZlib)`. */
export async function readZlib(): Promise<Uint8Array<ArrayBuffer>> {
  const path = createRequire(import.meta.url).resolve('@zip.js/zip.js/dist/zip-module.wasm');
  return new Uint8Array(await readFile(path));
}
