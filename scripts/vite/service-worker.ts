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

/** More than this is no part of an app: refuse to make every visitor fetch it. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const NOT_KEPT = /(?:\.(?:br|gz|map)|^(?:robots|licences)\.txt|^models\/.*\.md)$/;
/** The host's own: it may list other models than the build did, and is asked for each time. */
const MODEL_LIST = 'models/index.json';
/** A file of a model pack: its folder. */
const PACK = /^models\/(.+)\/[^/]+$/;
const NO_MODELS = '{"format":"ktyper-models/1","default":null,"models":[]}';
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Builds the service worker after the app, with the list of all files that the app is made of:
 * shell, workers, wasm, model packs and the example run.
 */
export function serviceWorker(options: {
  source: string;
  file: string;
  /** Name of the build, by which a page of another build knows that it was replaced. */
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
              // A classic script: module service workers are not in every browser yet.
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

/** What a built app consists of. Exported for the tests. */
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

/** Folders of the packs that the host's list offers: a pack that nobody can choose is not fetched. */
async function offeredModels(outDir: string): Promise<ReadonlySet<string>> {
  const { models } = JSON.parse(await readModelList(outDir)) as {
    models: readonly { path: string }[];
  };
  return new Set(models.map(({ path }) => path));
}

async function readModelList(outDir: string): Promise<string> {
  return readFile(join(outDir, MODEL_LIST), 'utf8').catch(() => NO_MODELS);
}
