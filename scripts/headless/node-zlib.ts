import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { zlibOpener } from '../../src/io/inflate/zlib';

/** Bytes of zlib as zip.js ships it. */
async function readZlib(): Promise<Uint8Array<ArrayBuffer>> {
  const path = createRequire(import.meta.url).resolve('@zip.js/zip.js/dist/zip-module.wasm');
  return new Uint8Array(await readFile(path));
}

/** zlib in Node. */
export const openNodeZlib = zlibOpener(readZlib);
