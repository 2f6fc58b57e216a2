/**
 * Builds the bundled model's pack from its facts: `npm run build-model`. Equal facts result in equal bytes.
 * `--check` writes nothing and only reports whether the files under public/models match the facts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'onnxruntime-web/wasm';
import { buildMarkerPack } from '../../src/core/marker-model/build-pack';
import { finishPack } from '../../workers/importer/finish-pack';
import { readDefinition, readMarkers, readParameters } from './read-facts';

const MODELS = new URL('../../public/models/', import.meta.url);

env.wasm.numThreads = 1;
const definition = readDefinition();
const pack = await finishPack(buildMarkerPack(definition, readMarkers(), readParameters()));
const { id, version } = definition;
const folder = `${id}/${version}`;
const index = {
  format: 'ktyper-models/1',
  default: id,
  models: [{ id, version, path: folder }],
};
const files = new Map<string, Uint8Array>([
  [`${folder}/manifest.json`, pack.manifest],
  [`${folder}/model.onnx`, pack.graph],
  ['index.json', new TextEncoder().encode(`${JSON.stringify(index, null, 1)}\n`)],
]);

if (process.argv.includes('--check')) {
  const stale = [...files].filter(([name, bytes]) => !isSame(new URL(name, MODELS), bytes));
  for (const [name] of stale) console.error(`public/models/${name} is not what its facts give.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(new URL(`${folder}/`, MODELS), { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(new URL(name, MODELS), bytes);
    console.error(`public/models/${name}: ${bytes.byteLength} bytes`);
  }
}

function isSame(file: URL, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(file), bytes) === 0;
  } catch {
    return false;
  }
}
