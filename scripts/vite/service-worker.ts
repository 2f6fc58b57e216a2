import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { listFiles } from '../files.ts';

/** One file that an installed service worker keeps. */
export interface PrecacheEntry {
  /** Path below the app's base. */
  readonly url: string;
  /** SHA-256 of the bytes; null where the name itself changes with the content. */
  readonly revision: string | null;
  /** SHA-256 of the bytes, as the integrity of a script is written: no other bytes are kept. */
  readonly integrity: string;
}

/** An app of more bytes is a mistake that would make every visitor fetch it, so the build fails. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const NOT_KEPT = /(?:\.(?:br|gz|map)|^(?:robots|licences)\.txt|^models\/.*\.md)$/;
/** This file is the host's: it may list other models than the build did, and is requested each time. */
const MODEL_LIST = 'models/index.json';
/** Matches a file of a model pack, and captures its folder. */
const PACK = /^models\/(.+)\/[^/]+$/;
const NO_MODELS = '{"format":"ktyper-models/1","default":null,"models":[]}';
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Builds the service worker after the app, with the list of all files of the app: shell, workers, wasm, model
 * packs and the example run.
 */
export function serviceWorker(options: {
  source: string;
  file: string;
  /** Name of the build, by which a page of another build notices that it was replaced. */
  build: string;
}): Plugin {
  let root = '';
  let outDir = '';
  let base = '/';
  return {
    name: 'ktyper:service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
      base = config.base;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await precacheEntries(outDir);
        const models = await readModelList(outDir);
        await build({
          configFile: false,
          root,
          base,
          publicDir: false,
          logLevel: 'warn',
          define: {
            __PRECACHE__: JSON.stringify(entries),
            __MODEL_LIST__: JSON.stringify(models),
          },
          build: {
            outDir,
            emptyOutDir: false,
            modulePreload: false,
            reportCompressedSize: false,
            rolldownOptions: {
              checks: { bundlerTimings: false },
              input: join(root, options.source),
              // A classic script, since not every browser has module service workers yet.
              output: {
                format: 'iife',
                entryFileNames: options.file,
                postBanner: `/* ktyper-build:${options.build} */`,
              },
            },
          },
        });
        const total = entries.length;
        this.info(`${options.file} keeps ${total} files for use without a network`);
      },
    },
  };
}

/** Lists the files of a built app. Exported for the tests. */
export async function precacheEntries(outDir: string): Promise<PrecacheEntry[]> {
  const offered = await offeredModels(outDir);
  const kept = (await listFiles(outDir)).filter(({ path }) => {
    const pack = PACK.exec(path)?.[1];
    return !NOT_KEPT.test(path) && path !== MODEL_LIST && (pack === undefined || offered.has(pack));
  });
  return Promise.all(
    kept.map(async ({ path, bytes }) => {
      if (bytes > MAX_FILE_BYTES) {
        throw new Error(`${path} has ${bytes} bytes; a service worker keeps at most 32 MiB a file`);
      }
      const content = await readFile(join(outDir, path));
      const sha256 = createHash('sha256').update(content).digest();
      const revision = HASHED.test(path) ? null : sha256.toString('hex');
      return { url: path, revision, integrity: `sha256-${sha256.toString('base64')}` };
    }),
  );
}

/**
 * Returns the folders of the packs that the host's list offers; a pack that nobody can choose is not fetched.
 */
async function offeredModels(outDir: string): Promise<ReadonlySet<string>> {
  const { models } = JSON.parse(await readModelList(outDir)) as {
    models: readonly { path: string }[];
  };
  return new Set(models.map(({ path }) => path));
}

async function readModelList(outDir: string): Promise<string> {
  return readFile(join(outDir, MODEL_LIST), 'utf8').catch(() => NO_MODELS);
}
