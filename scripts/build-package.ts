import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { ensureKernel } from './build-kernel';
import { ROOT } from './run-command';
import { duration, say } from './say';
import { commitId } from './vite/commit-id';
import { LicenceCollector, licencesText, sourceAddress } from './vite/licences';

/**
 * `npm run build-package`, which `npm run pack` runs first: bundles the program `ktyper` and its commands, with
 * all that they need of other packages, into `package`. The other files of the package lie in the tree as they
 * are: `files` in package.json. docs/cohorts.md describes the package.
 */

const FOLDER = join(ROOT, 'package');
const ENTRIES = {
  ktyper: 'scripts/ktyper.ts',
  // By these names threads are started.
  'start-thread': 'scripts/headless/spectrum-thread.ts',
  'start-finisher': 'scripts/headless/finisher-thread.ts',
};

/** The runtime finds its other parts beside itself, so that all are copied as they are. */
const RUNTIME = 'onnxruntime-web/wasm';
const RUNTIME_FILES = [
  'ort.wasm.bundle.min.mjs',
  'ort-wasm-simd-threaded.mjs',
  'ort-wasm-simd-threaded.wasm',
];

const start = performance.now();
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER);
await ensureKernel();
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
const collector = new LicenceCollector(ROOT);
await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  define: { __APP_COMMIT__: JSON.stringify(commitId(ROOT, process.env['KTYPER_COMMIT'])) },
  plugins: [copiedRuntime(), collector.plugin()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: FOLDER,
    emptyOutDir: false,
    rolldownOptions: {
      // The compiler of the kernel, which has compiled it already.
      external: ['assemblyscript/asc'],
      input: Object.fromEntries(
        Object.entries(ENTRIES).map(([name, path]) => [name, join(ROOT, path)]),
      ),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        banner: ({ name }) => (name === 'ktyper' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
});
const dist = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));
for (const name of RUNTIME_FILES) await copyFile(join(dist, name), join(FOLDER, name));
await writeFile(join(FOLDER, 'licences.txt'), await licenceFile());
say(`Built the package's program in ${duration(performance.now() - start)}.`);

/** Lets the bundles import the copy of the runtime that lies beside them. */
function copiedRuntime(): Plugin {
  return {
    name: 'ktyper:copied-runtime',
    enforce: 'pre',
    resolveId: (id) =>
      id === RUNTIME ? { id: `./${RUNTIME_FILES[0]}`, external: true } : undefined,
  };
}

async function licenceFile(): Promise<string> {
  const text = (await readFile(join(ROOT, 'LICENSE'), 'utf8')).trim();
  const source = sourceAddress(process.env['KTYPER_SOURCE']);
  const app = { name: 'ktyper', version, licence: 'GPL-3.0-or-later', text, source };
  const path = join(ROOT, 'node_modules/onnxruntime-web/package.json');
  const runtime = JSON.parse(await readFile(path, 'utf8')) as { version: string; license: string };
  const copied = {
    name: 'onnxruntime-web',
    version: runtime.version,
    licence: runtime.license,
    text: (await readFile(join(ROOT, 'licences/onnxruntime-web.txt'), 'utf8')).trim(),
  };
  return licencesText({ app, packages: [...collector.all(), copied] });
}
