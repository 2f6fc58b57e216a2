import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { listFiles } from '../files.ts';

const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.onnx', '.svg', '.txt', '.wasm']);
COMPRESSIBLE.add('.webmanifest');

/** A smaller file fits into a packet as it is. */
const MIN_BYTES = 1024;
/** From this size on, brotli's best level takes half a minute to save a few percent. */
const LARGE_BYTES = 1024 * 1024;

/**
 * Writes `.br` and `.gz` beside every file that they make smaller, for servers that send such files as they
 * are (nginx's `gzip_static`, our own). Runs after the service worker is written.
 */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'ktyper:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        for (const file of await listFiles(outDir)) {
          if (!COMPRESSIBLE.has(extname(file.path))) continue;
          const bytes = await readFile(join(outDir, file.path));
          if (bytes.length < MIN_BYTES) continue;
          const [br, gz] = await Promise.all([
            toBrotli(bytes),
            promisify(gzip)(bytes, { level: 9 }),
          ]);
          await writeIfSmaller(join(outDir, `${file.path}.br`), br, bytes.length);
          await writeIfSmaller(join(outDir, `${file.path}.gz`), gz, bytes.length);
        }
      },
    },
  };
}

function toBrotli(bytes: Buffer): Promise<Buffer> {
  const quality = bytes.length < LARGE_BYTES ? constants.BROTLI_MAX_QUALITY : 9;
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

async function writeIfSmaller(path: string, compressed: Buffer, size: number): Promise<void> {
  if (compressed.length < size) await writeFile(path, compressed);
}
