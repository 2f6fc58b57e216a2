import './learn-english';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildReference, referenceAsJson } from './reference/build-reference';
import { say } from './say';

/**
 * `node --import tsx scripts/build-reference-check.ts`: writes the reference of *Check this installation*.
 * Run it after the recipe, the simulator or the bundled model changes. `--check` writes nothing and only
 * reports whether public/check matches them.
 */
const FOLDER = new URL('../public/check/', import.meta.url);

const { reference, run } = await buildReference();
const files = new Map<string, Uint8Array>([
  ['reference.json', new TextEncoder().encode(referenceAsJson(reference))],
  [reference.run.file, run],
]);

if (process.argv.includes('--check')) {
  const stale = [...files].filter(([name, bytes]) => !isSame(new URL(name, FOLDER), bytes));
  for (const [name] of stale) say(`public/check/${name} is not what the app computes.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(new URL(name, FOLDER), bytes);
    say(`public/check/${name}: ${bytes.length} bytes`);
  }
  const [answer] = reference.answers;
  say(`${answer?.call.label} (${answer?.call.confidence}), shift ${answer?.shiftPpm} ppm`);
}

function isSame(file: URL, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(file), bytes) === 0;
  } catch {
    return false;
  }
}
