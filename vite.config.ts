import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { ensureKernel } from './scripts/build-kernel.ts';
import { buildId } from './scripts/vite/build-id.ts';
import { commitId } from './scripts/vite/commit-id.ts';
import { LicenceCollector, licences, sourceAddress } from './scripts/vite/licences.ts';
import { precompress } from './scripts/vite/precompress.ts';
import { serviceWorker } from './scripts/vite/service-worker.ts';
import { allWords } from './scripts/vite/all-words.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/** Where the app stands on its host: `/`, or a path with a slash at both ends, `/ktyper/`. */
const base = process.env['KTYPER_BASE'] ?? '/';
if (!/^\/(?:[^/]+\/)*$/.test(base)) {
  throw new Error(`KTYPER_BASE must begin and end with a slash, as /ktyper/ does: "${base}"`);
}

// Before the build's id is made: the compiled kernel counts among its sources.
await ensureKernel();

const build = buildId(root);

/** Where the source of this copy of the app is to be had; the licence wants it said. */
const source = sourceAddress(process.env['KTYPER_SOURCE']);
const WORKER = 'src/sw/service-worker.ts';
const collector = new LicenceCollector(root);

/** How long each plugin took is of interest to nobody who builds the app. */
const quiet = { checks: { bundlerTimings: false } };

export default defineConfig({
  root,
  base,
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __BUILD_ID__: JSON.stringify(build),
    __APP_COMMIT__: JSON.stringify(commitId(root, process.env['KTYPER_COMMIT'])),
  },
  // The same source, built for browsers that know classes and promises, as all do that ktyper runs in.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  plugins: [
    svelte(),
    allWords(),
    collector.plugin(),
    licences(collector, { version, source, worker: WORKER }),
    serviceWorker({ source: WORKER, file: 'sw.js', build }),
    precompress(),
  ],
  worker: { format: 'es', rolldownOptions: quiet, plugins: () => [collector.plugin()] },
  build: {
    // The CSP allows no data: URL in a script or a stylesheet; small files stay files.
    assetsInlineLimit: 0,
    // gzip sizes are printed by our own step, which writes the files that are sent.
    reportCompressedSize: false,
    // The budget is held by tests/e2e/size.spec.ts, in bytes as they are sent.
    chunkSizeWarningLimit: 1000,
    sourcemap: true,
    rolldownOptions: quiet,
  },
});
