import { describe, expect, it } from 'vitest';
import { selectFeatures } from '../../../../src/core/model-pack/select-features';
import { parseManifest } from '../../../../src/core/model-pack/verify';
import { openModelPack } from '../../../../src/io/open-model-pack';
import { sha256 } from '../../../../src/io/sha256';
import { ModelGraph } from '../../../../workers/spectrum/model-graph';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import { type TinyPackChanges, tinyPackFiles } from '../../../builders/tiny-pack';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

async function open(changes: TinyPackChanges = {}, spoil?: (graph: Uint8Array) => void) {
  const files = await tinyPackFiles(changes);
  spoil?.(files.graph);
  const manifest = parseManifest(files.manifest);
  if (!manifest.ok) throw new Error(inEnglish(manifest.error.message));
  return ModelGraph.open(manifest.value, files.graph);
}

async function refusal(...given: Parameters<typeof open>): Promise<string | null> {
  const opened = await open(...given);
  return opened.ok ? null : opened.error.kind;
}

describe('ModelGraph', () => {
  it('answers each row of a batch separately', async () => {
    const graph = await open();
    if (!graph.ok) throw new Error(inEnglish(graph.error.message));
    const answers = await graph.value.answer(Float32Array.of(1e-3, 0, 0, 1e-3, 1e-4, 1e-4), 3);
    const probabilities = answers.map((answer) => answer.ok && [...answer.value.probabilities]);
    expect(probabilities[0]).toEqual([expect.closeTo(1, 6), expect.closeTo(0, 6)]);
    expect(probabilities[1]).toEqual([expect.closeTo(0, 6), expect.closeTo(1, 6)]);
    expect(probabilities[2]).toEqual([0.5, 0.5]);
    expect(await graph.value.answer(new Float32Array(0), 0)).toEqual([]);
  });

  it('refuses a graph that was changed', async () => {
    expect(await refusal({}, (graph) => (graph[20]! ^= 1))).toBe('model-graph-checksum');
  });

  it('refuses bytes that are not a graph', async () => {
    const files = await tinyPackFiles();
    const manifest = parseManifest(files.manifest);
    if (!manifest.ok) throw new Error(inEnglish(manifest.error.message));
    const bytes = new Uint8Array([1, 2, 3]);
    const graph = { ...manifest.value.graph, bytes: 3, sha256: await sha256(bytes) };
    const opened = await ModelGraph.open({ ...manifest.value, graph }, bytes);
    expect(opened.ok ? null : opened.error.kind).toBe('model-graph-unreadable');
  });

  it('refuses a graph with tensors other than those in the manifest', async () => {
    expect(await refusal({ output: 'scores' })).toBe('model-tensors');
    expect(await refusal({ manifest: { features: [4000] } })).toBe('model-tensors');
    const taxa = ['a', 'b', 'c'].map((id, color) => {
      return { id, name: id, shortName: id, outgroup: false, color, note: '' };
    });
    const selfTest = { seed: 1, probabilities: [0, 0, 1], tolerance: 1e-3 };
    expect(await refusal({ manifest: { taxa, selfTest } })).toBe('model-tensors');
  });

  it('refuses a graph with another answer to its self-test', async () => {
    const selfTest = { seed: 1, probabilities: [0.2, 0.8], tolerance: 1e-3 };
    expect(await refusal({ manifest: { selfTest } })).toBe('model-self-test');
  });

  it.each([
    ['a loop', 'Loop'],
    ['a branch', 'If'],
    ['random numbers', 'RandomUniformLike'],
    ['what only marker models have', 'TopK'],
  ])('refuses a graph with %s before the runtime sees it', async (_, operator) => {
    const opened = await open({
      last: (graph, scaled, output) => graph.node(operator, [scaled], {}, output),
    });
    expect(opened.ok ? null : opened.error).toMatchObject({ kind: 'import-onnx-operator' });
    expect(spoken(!opened.ok && opened.error.message)).toContain(`the operator ${operator},`);
  });

  it.each([
    ['above 1', 'Mul', 1e6, 'is not from 0 to 1'],
    ['below 0', 'Sub', 3, 'is not from 0 to 1'],
    ['that do not sum to 1', 'Mul', 0.25, 'sum to'],
    ['that are no numbers', 'Div', 0, 'NaN'],
  ])('gives no answer if probabilities are %s', async (_, operator, by, message) => {
    const opened = await open({
      last: (graph, scaled, output) => {
        const own = graph.node('Softmax', [scaled], { axis: { type: 'int', value: 1 } });
        const zero = operator === 'Div' ? graph.node('Sub', [own, own]) : own;
        graph.node(operator, [zero, graph.scalar(by)], {}, output);
      },
    });
    expect(opened.ok ? null : opened.error.kind).toBe('model-answer');
    expect(spoken(!opened.ok && opened.error.message)).toContain(message);
  });

  it('accepts probabilities with another sum from a model that judges each class separately', async () => {
    const opened = await open({
      manifest: { judgesEachClass: true },
      last: (graph, scaled, output) => {
        const own = graph.node('Softmax', [scaled], { axis: { type: 'int', value: 1 } });
        graph.node('Mul', [own, graph.scalar(0.25)], {}, output);
      },
    });
    // The only fault left is that it answers differently from the pack without that node.
    expect(opened.ok ? null : opened.error.kind).toBe('model-self-test');
  });

  it('opens the bundled pack, whose evidence has the dimensions of its manifest', async () => {
    const pack = await readModelPack(null);
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    const { manifest, files } = pack.value;
    const graph = await ModelGraph.open(manifest, files.graph);
    if (!graph.ok) throw new Error(inEnglish(graph.error.message));
    const noise = Float64Array.from({ length: manifest.bins.count }, (_, b) => 1 + (b % 7));
    const input = new Float32Array(2 * graph.value.inputWidth);
    selectFeatures(noise, manifest, input, 0);
    selectFeatures(noise, manifest, input, graph.value.inputWidth);
    const answers = await graph.value.answer(input, 2);
    expect(answers[0]).toEqual(answers[1]);
    const [first] = answers;
    if (!first?.ok) throw new Error('no answer');
    const taxa = manifest.taxa.length;
    expect(first.value.probabilities).toHaveLength(taxa);
    expect(first.value.evidence?.scores).toHaveLength(taxa);
    expect(first.value.evidence?.loci).toHaveLength(taxa * manifest.markers!.loci.length);
    expect(first.value.evidence?.ions).toHaveLength(4 * manifest.markers!.ions.length);
  });
});

describe('openModelPack', () => {
  it('refuses a pack whose graph is not the one in its manifest', async () => {
    const { manifest, graph } = await tinyPackFiles();
    expect((await openModelPack({ manifest, graph })).ok).toBe(true);
    const longer = new Uint8Array([...graph, 0]);
    const opened = await openModelPack({ manifest, graph: longer });
    expect(opened.ok ? null : opened.error.kind).toBe('model-graph-size');
  });
});
