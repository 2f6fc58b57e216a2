import '../../scripts/learn-english';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importModel } from '../../src/core/model-import/import-model';
import { selectFeatures } from '../../src/core/model-pack/select-features';
import type { ModelManifest, ModelPackFiles } from '../../src/core/model-pack/types';
import { parseManifest } from '../../src/core/model-pack/verify';
import type { Result } from '../../src/core/result';
import type { Problem } from '../../src/core/problem';
import { readModelPack } from '../../scripts/headless/model-pack';
import { finishPack } from '../../workers/importer/finish-pack';
import { ModelGraph, warmUpRuntime } from '../../workers/spectrum/model-graph';
import { randomNumbers, randomTree } from '../builders/random-trees';
import { forest, type SklearnStyle } from '../builders/sklearn';
import { texts } from '../builders/numpy';
import { SHARED } from '../builders/plate';
import { writePickle } from '../builders/pickle';
import type { Timer } from './timers';
import { inEnglish } from '../../src/words/in-words';

const STYLE: SklearnStyle = { protocol: 4, numpy2: false, version: '1.2.1', isFrom1_3: false };
/** Size of a worker's batch in the app. */
const BATCH = 16;
const BATCHES = 12;
/** The models that the bundled one is compared with: with one shift, without tilt, without relatives. */
const FIRST = fileURLToPath(
  new URL('../../public/models/ribosomal-klebsiella/1.0.0', import.meta.url),
);
const HISTORIC = new URL('data/sklearn-models/historic-ktyper-0.0.1.model.bin', SHARED);

export const MODEL_LABELS: Readonly<Record<string, string>> = {
  'bundled open': 'Bundled model: opened, with its checks and self-test',
  'bundled spectrum': 'Bundled model: a spectrum, in batches of 16',
  'first open': 'The first version of it, 1.0.0: opened, with its checks and self-test',
  'first spectrum': 'The first version of it, 1.0.0: a spectrum, in batches of 16',
  'forest open': 'Forest of 200 trees: opened, with its checks and self-test',
  'forest spectrum': 'Forest of 200 trees: a spectrum, in batches of 16',
  'historic import': 'Historic model, 1000 trees: pickle to a finished pack',
};

/** Opens WebAssembly on one thread in this process, as a compute worker has it. */
export async function modelTimers(): Promise<readonly Timer[]> {
  await warmUpRuntime();
  const bundled = must(await readModelPack(null));
  const first = must(await readModelPack(FIRST));
  const laboratory = await randomForest();
  return [
    graphTimer('bundled', bundled.files),
    graphTimer('first', first.files),
    graphTimer('forest', laboratory),
    ...(existsSync(HISTORIC) ? [importTimer(await readFile(HISTORIC))] : []),
  ];
}

function graphTimer(key: string, files: ModelPackFiles): Timer {
  return async () => {
    const manifest = must(parseManifest(files.manifest));
    const start = performance.now();
    const graph = must(await ModelGraph.open(manifest, new Uint8Array(files.graph)));
    const open = performance.now() - start;
    const input = batchOf(manifest, graph.inputWidth);
    await graph.answer(input, BATCH);
    const begun = performance.now();
    for (let i = 0; i < BATCHES; i++) must((await graph.answer(input, BATCH))[0]!);
    const spectrum = (performance.now() - begun) / (BATCHES * BATCH);
    return { [`${key} open`]: open, [`${key} spectrum`]: spectrum };
  };
}

function importTimer(model: Uint8Array): Timer {
  return async () => {
    const start = performance.now();
    await finishPack(must(importModel({ model, features: null, classes: null })).draft);
    return { 'historic import': performance.now() - start };
  };
}

/** Makes vectors with some 200 peaks each, as spectra of a plate have. */
function batchOf(manifest: ModelManifest, width: number): Float32Array {
  const random = randomNumbers(7);
  const input = new Float32Array(BATCH * width);
  for (let row = 0; row < BATCH; row++) {
    const vector = Float64Array.from({ length: manifest.bins.count }, () => random() * 2e-6);
    for (let i = 0; i < 200; i++) vector[Math.floor(random() * vector.length)]! += random() * 1e-3;
    selectFeatures(vector, manifest, input, row * width);
  }
  return input;
}

/** A forest as a laboratory may have it: 200 trees of 60 splits, ten classes, 1000 of the bins. */
async function randomForest(): Promise<ModelPackFiles> {
  const random = randomNumbers(3);
  const shape = { features: 1000, classes: 10, splits: 60 };
  const trees = Array.from({ length: 200 }, () => randomTree(shape, random));
  const classes = texts(
    Array.from({ length: shape.classes }, (_, i) => `Genus species-${i}`),
    STYLE,
  );
  const features = Array.from({ length: shape.features }, (_, i) => 2000 + 15 * i).join('\n');
  const files = {
    model: writePickle(forest(trees, STYLE, classes), 4),
    features: new TextEncoder().encode(features),
    classes: null,
  };
  return finishPack(must(importModel(files)).draft);
}

function must<T>(result: Result<T, Problem>): T {
  if (!result.ok)
    throw new Error(`${inEnglish(result.error.message)} ${inEnglish(result.error.cure)}`);
  return result.value;
}
