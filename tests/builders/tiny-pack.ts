import { makeSelfTestVector } from '../../src/core/model-pack/self-test';
import type { ModelManifest, ModelPackFiles } from '../../src/core/model-pack/types';
import { encodeOnnx } from '../../src/core/onnx/encode';
import { GraphBuilder } from '../../src/core/onnx/graph';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { type ModelPack, openModelPack } from '../../src/io/open-model-pack';
import { sha256 } from '../../src/io/sha256';
import { LINEAR_AXIS, positionOf } from '../../src/simulate/axis';
import { softmax } from './predict-proba';
import { inEnglish } from '../../src/words/in-words';

/** m/z of the bins that the tiny model looks at. It names the taxon of the fuller one. */
const ALPHA = 4000;
const BETA = 6000;
/** A bin's share of a spectrum is about 1e-3; this factor makes the answer clear. */
const SCALE = 20_000;

export interface TinyPackChanges {
  readonly manifest?: Partial<ModelManifest>;
  /** Name of the graph's output. The manifest always calls it `probabilities`. */
  readonly output?: string;
  /** Adds an output of the two scaled features other than their softmax. */
  readonly last?: (graph: GraphBuilder, scaled: string, output: string) => void;
}

/** Builds a model of two invented taxa, with a graph of two nodes, as files. */
export async function tinyPackFiles(changes: TinyPackChanges = {}): Promise<ModelPackFiles> {
  const graph = buildGraph(changes);
  const draft = {
    bins: changes.manifest?.bins ?? ONE_DALTON_BINS,
    features: [ALPHA, BETA],
    taxa: [taxon('genus-alpha', 'Genus alpha', 0), taxon('genus-beta', 'Genus beta', 1)],
    markers: null,
  };
  const answer = softmax(
    Array.from(makeSelfTestVector({ ...draft, selfTest: { seed: 1 } }), (value) => value * SCALE),
  );
  const manifest: ModelManifest = {
    ...draft,
    format: 'ktyper-model-pack/1',
    id: 'tiny',
    version: '1.0.0',
    title: 'Tiny',
    kind: 'classifier',
    summary: 'For tests.',
    limits: [],
    citation: [],
    recipe: 'spectracl-1',
    groups: [],
    thresholds: { species: 0.6, high: 0.9, group: 0.9, markers: null, scope: null },
    noPatternLabel: 'No pattern',
    graph: {
      file: 'model.onnx',
      bytes: graph.length,
      sha256: await sha256(graph),
      input: 'features',
      outputs: { probabilities: 'probabilities' },
    },
    selfTest: { seed: 1, probabilities: answer, tolerance: 1e-3 },
    ...changes.manifest,
  };
  return { manifest: new TextEncoder().encode(JSON.stringify(manifest)), graph };
}

export async function tinyPack(changes: TinyPackChanges = {}): Promise<ModelPack> {
  const pack = await openModelPack(await tinyPackFiles(changes));
  if (!pack.ok) throw new Error(inEnglish(pack.error.message));
  return pack.value;
}

/**
 * Returns counts of an acquisition that the tiny model names.
 *
 * @param mark makes the bytes differ from those of other spectra
 */
export function tinyCounts(taxon: 'alpha' | 'beta', mark = 0): Int32Array {
  const counts = Int32Array.from({ length: LINEAR_AXIS.points }, (_, i) => 100 + ((i * 7) % 13));
  const top = Math.round(positionOf((taxon === 'alpha' ? ALPHA : BETA) + 0.5, LINEAR_AXIS));
  for (let i = -6; i <= 6; i++) counts[top + i]! += 90_000 - 14_000 * Math.abs(i);
  counts[5]! += mark;
  return counts;
}

function buildGraph({
  output = 'probabilities',
  last = softmaxOf,
}: TinyPackChanges): Uint8Array<ArrayBuffer> {
  const graph = new GraphBuilder();
  const scaled = graph.node('Mul', ['features', graph.scalar(SCALE)]);
  last(graph, scaled, output);
  return encodeOnnx(
    graph.finish({
      name: 'tiny',
      description: '',
      opset: 18,
      mlOpset: null,
      inputs: [{ name: 'features', type: 'float32', dims: ['N', 2] }],
      outputs: [{ name: output, type: 'float32', dims: ['N', 2] }],
    }),
  );
}

function softmaxOf(graph: GraphBuilder, scaled: string, output: string): void {
  graph.node('Softmax', [scaled], { axis: { type: 'int', value: 1 } }, output);
}

function taxon(id: string, name: string, color: number) {
  return { id, name, shortName: name, outgroup: false, color, note: '' };
}
