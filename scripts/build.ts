import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { reportSizes } from './build/report-sizes';
import { writeSbom } from './build/write-sbom';
import type { LicenceFile } from './vite/licences';
import { ROOT, runNode } from './run-command';
import { duration, say } from './say';

/** `npm run build`: builds everything that the app ships, and then the app itself, into `dist`. */

const MODEL = 'models/ribosomal-klebsiella/build.ts';
const REFERENCE = 'scripts/build-reference-check.ts';
const EXAMPLE = ['--spots', '96', '--seed', '2467', '--out', 'public/example/example-run.zip'];

const start = performance.now();

say('Model pack: is it what its facts give?');
if ((await runNode(MODEL, ['--check'])) !== 0) await must(runNode(MODEL));

say('Reference of the check of an installation: is it what the app computes?');
if ((await runNode(REFERENCE, ['--check'])) !== 0) await must(runNode(REFERENCE));

say('Example run: simulating a plate of 96 spots ...');
await must(runNode('scripts/make-example.ts', EXAMPLE));

say('App: building with Vite ...');
try {
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
} catch (fault) {
  say((fault as Error).message);
  process.exit(1);
}
const file = await readFile(join(ROOT, 'dist/licences.json'), 'utf8');
const licences = JSON.parse(file) as LicenceFile;
const listed = await writeSbom(join(ROOT, 'dist/sbom.cdx.json'), licences.packages);
say(
  `Bill of materials: ${listed.app} packages in the app, ${listed.others} that built and checked it, ` +
    'in dist/sbom.cdx.json; the licences are in dist/licences.txt.',
);
if (licences.app.source === null) {
  say(
    'The app does not say where its source is: set KTYPER_SOURCE to its address; docs/hosting.md.',
  );
}
await reportSizes(join(ROOT, 'dist'));
say(`Built in ${duration(performance.now() - start)}.`);

async function must(step: Promise<number>): Promise<void> {
  const code = await step;
  if (code !== 0) process.exit(code);
}
