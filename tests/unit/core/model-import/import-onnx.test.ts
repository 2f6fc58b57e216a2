import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedModel } from '../../../../src/core/model-import/draft-pack';
import { importModel } from '../../../../src/core/model-import/import-model';
import { decodeOnnx } from '../../../../src/core/onnx/decode';
import { openGraph } from '../../../builders/onnx-session';
import {
  combineOneVsRest,
  decisions,
  predictForest,
  softmax,
} from '../../../builders/predict-proba';
import { randomNumbers, randomTree, rowsAtThresholds } from '../../../builders/random-trees';
import type { TestTree } from '../../../builders/sklearn';
import {
  rawForest,
  rawOneVsRest,
  rawRegression,
  type RawAttribute,
  type RawModel,
  writeRawModel,
} from '../../../builders/skl2onnx';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const FEATURES = 6;
const ROWS = 20;
const LIST = text('2000\n2010\n2020\n3000\n3001\n3002\n');
const NAMES = ['Klebsiella a', 'Klebsiella b', 'other'];

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function someTrees(count: number, classes: number, seed: number): TestTree[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () =>
    float32(randomTree({ features: FEATURES, classes, splits: 12 }, random)),
  );
}

/** Rounds thresholds as the converter does, since the tests begin after it. */
function float32(tree: TestTree): TestTree {
  const nodes = tree.nodes.map((node) =>
    'counts' in node ? node : { ...node, threshold: Math.fround(node.threshold) },
  );
  return { ...tree, nodes };
}

function tryImport(model: RawModel, classes: Uint8Array | null = null) {
  return importModel({ model: writeRawModel(model), features: LIST, classes });
}

function imported(model: RawModel, classes: Uint8Array | null = null): ImportedModel {
  const result = tryImport(model, classes);
  if (!result.ok) throw new Error(inEnglish(result.error.message));
  return result.value;
}

function fault(model: RawModel, classes: Uint8Array | null = null) {
  const result = tryImport(model, classes);
  return result.ok ? null : result.error;
}

async function worst(
  { draft }: ImportedModel,
  rows: Float32Array,
  expected: (row: Float32Array) => readonly number[],
): Promise<number> {
  const { graph, taxa } = draft.manifest;
  const run = await openGraph(draft.graph);
  const answer = (await run(rows, ROWS))[graph.outputs.probabilities];
  expect(answer).toHaveLength(ROWS * taxa.length);
  const errors = Array.from({ length: ROWS }, (_, i) => {
    const want = expected(rows.subarray(i * FEATURES, (i + 1) * FEATURES));
    return want.map((p, c) => Math.abs(p - (answer?.[i * want.length + c] ?? NaN)));
  });
  return Math.max(...errors.flat());
}

const TREES = someTrees(15, 3, 1);
const TABLE = rowsAtThresholds(TREES, ROWS, FEATURES, randomNumbers(2));
const FOREST = rawForest(TREES, NAMES, { zipMap: false, features: FEATURES });
const ZIPPED = rawForest(TREES, NAMES, { zipMap: true, features: FEATURES });

describe('a model by skl2onnx', () => {
  it.each([
    ['with a ZipMap', ZIPPED],
    ['without', FOREST],
    [
      'that does not say how many features it takes',
      rawForest(TREES, NAMES, { zipMap: true, features: null }),
    ],
  ])('is read as a forest %s', async (_, model) => {
    const one = imported(model);
    expect(one.draft.manifest.taxa.map(({ name }) => name)).toEqual(NAMES);
    expect(one.draft.manifest).toMatchObject({
      features: [2000, 2010, 2020, 3000, 3001, 3002],
      graph: { input: 'float_input' },
    });
    expect(spoken(one.notes[0])).toContain('skl2onnx 1.16.0');
    expect(await worst(one, TABLE, (row) => predictForest(TREES, row))).toBeLessThan(1e-6);
  });

  it('is kept without the ZipMap, the label and the nodes that only they need', () => {
    const decoded = decodeOnnx(imported(ZIPPED).draft.graph);
    expect(decoded.ok && decoded.value.nodes.map(({ operator }) => operator)).toEqual([
      'TreeEnsembleClassifier',
      'Cast',
    ]);
    expect(decoded.ok && decoded.value.outputs).toHaveLength(1);
  });

  it('with numbers for classes gets names', async () => {
    const model = rawForest(TREES, [0, 1, 2], { zipMap: true, features: FEATURES });
    const plain = imported(model);
    expect(plain.labels).toEqual(['0', '1', '2']);
    expect(plain.notes.map(inEnglish).join(' ')).toContain('numbers in place of names');
    const named = imported(model, text('2\tc\n0\ta\n1\tb\n'));
    expect(named.draft.manifest.taxa.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(await worst(named, TABLE, (row) => predictForest(TREES, row))).toBeLessThan(1e-6);
  });

  it('is read as a logistic regression', async () => {
    const random = randomNumbers(5);
    const coefficients = NAMES.map(() =>
      Array.from({ length: FEATURES }, () => Math.fround(random() - 0.5)),
    );
    const one = imported(rawRegression(coefficients, [0, 0.5, -0.25], NAMES));
    expect(one.labels).toEqual(NAMES);
    const model = { coefficients, intercept: [0, 0.5, -0.25], options: {} };
    expect(await worst(one, TABLE, (row) => softmax(decisions(model, [...row])))).toBeLessThan(
      1e-6,
    );
  });

  it('is read as one-vs-rest, whose names the user enters', async () => {
    const parts = [someTrees(5, 2, 3), someTrees(5, 2, 4), someTrees(5, 2, 5)];
    const model = rawOneVsRest(parts, FEATURES);
    expect(fault(model)?.kind).toBe('import-unnamed');
    expect(fault(model, text('a\nb\n'))?.kind).toBe('import-classes');
    const one = imported(model, text('a\nb\nc\n'));
    const expected = (row: Float32Array) =>
      combineOneVsRest(
        parts.map((trees) => predictForest(trees, row)[1] ?? NaN),
        true,
      );
    expect(await worst(one, TABLE, expected)).toBeLessThan(1e-6);
    const decoded = decodeOnnx(one.draft.graph);
    expect(decoded.ok && [...decoded.value.initializers.keys()]).toEqual([
      'starts',
      'ends',
      'axes',
    ]);
  });

  it('is read with a float64 input', async () => {
    const one = imported({
      ...FOREST,
      inputs: [{ name: 'float_input', type: 11, dims: [null, FEATURES] }],
    });
    expect(await worst(one, TABLE, (row) => predictForest(TREES, row))).toBeLessThan(1e-6);
  });
});

describe('an ONNX file is refused', () => {
  const [ensemble] = FOREST.nodes;
  const withNode = (operator: string, domain = ''): RawModel => ({
    ...FOREST,
    nodes: [...FOREST.nodes, { operator, domain, inputs: ['probabilities'], outputs: ['x'] }],
  });
  const withTrees = (attributes: Record<string, RawAttribute>): RawModel => ({
    ...FOREST,
    nodes: [{ ...ensemble!, attributes: { ...ensemble!.attributes, ...attributes } }],
  });
  const small: TestTree = {
    features: FEATURES,
    classes: 3,
    nodes: [
      { feature: 0, threshold: 1, left: 1, right: 2 },
      { counts: [1, 0, 0] },
      { counts: [0, 1, 0] },
    ],
  };
  const withNodes = (nodes: TestTree['nodes']) =>
    rawForest([{ ...small, nodes }], NAMES, { zipMap: false, features: FEATURES });
  const split = { feature: 0, threshold: 1, left: 1, right: 2 };
  const leaf = { counts: [1, 0, 0] };

  it.each<[string, string, RawModel, string]>([
    ['an operator that loops', 'import-onnx-operator', withNode('Loop'), 'Loop'],
    [
      'an operator of another domain',
      'import-onnx-operator',
      withNode('Evil', 'com.example'),
      'com.example.Evil',
    ],
    [
      'another domain',
      'import-onnx-version',
      { ...FOREST, opsets: [{ domain: 'com.microsoft', version: 1 }] },
      'com.microsoft',
    ],
    [
      'a version of later',
      'import-onnx-version',
      { ...FOREST, opsets: [{ domain: '', version: 99 }] },
      '99',
    ],
    [
      'trees of a later version',
      'import-onnx-version',
      { ...FOREST, opsets: [{ domain: 'ai.onnx.ml', version: 5 }] },
      '5',
    ],
    [
      'no probabilities',
      'import-onnx-shape',
      { ...FOREST, outputs: [{ name: 'label', type: 8 }] },
      '0 outputs',
    ],
    [
      'two tables',
      'import-onnx-shape',
      { ...FOREST, outputs: [...FOREST.outputs, ...FOREST.outputs] },
      '2 outputs',
    ],
    [
      'two inputs',
      'import-onnx-shape',
      { ...FOREST, inputs: [...FOREST.inputs, { name: 'b', type: 1 }] },
      '2',
    ],
    [
      'an input of texts',
      'import-onnx-shape',
      { ...FOREST, inputs: [{ name: 'float_input', type: 8, dims: [null, 6] }] },
      'another',
    ],
    [
      'no input that counts',
      'import-onnx-shape',
      { ...FOREST, inputs: [{ name: 'other', type: 1, dims: [null, 6] }] },
      'hang on no input',
    ],
    [
      'other features',
      'import-features',
      { ...FOREST, inputs: [{ name: 'float_input', type: 1, dims: [null, 7] }] },
      '7',
    ],
    ['a graph in a graph', 'onnx-malformed', withTrees({ body: { graph: true } }), 'body'],
    [
      'data in another file',
      'onnx-malformed',
      { ...FOREST, initializers: [{ name: 'w', type: 1, dims: [1], data: [1], isExternal: true }] },
      'another file',
    ],
    [
      'a tensor that is not whole',
      'onnx-malformed',
      { ...FOREST, initializers: [{ name: 'w', type: 1, dims: [3], data: [1] }] },
      'w is not whole',
    ],
    [
      'trees that lead in a circle',
      'import-onnx-trees',
      withNodes([split, { ...split, left: 0 }, leaf]),
      'lead back',
    ],
    [
      'trees that lead nowhere',
      'import-onnx-trees',
      withNodes([{ ...split, right: 9 }, leaf, leaf]),
      'not there',
    ],
    [
      'trees with a node of nobody',
      'import-onnx-trees',
      withNodes([split, leaf, leaf, leaf]),
      'no other leads',
    ],
    [
      'trees that look beside the input',
      'import-onnx-trees',
      withNodes([{ ...split, feature: 6 }, leaf, leaf]),
      'feature 6 of 6',
    ],
    [
      'trees with a node twice',
      'import-onnx-trees',
      withTrees({
        nodes_nodeids: {
          ints: TREES.flatMap(({ nodes }) => nodes.map(() => 0)),
        },
      }),
      'twice',
    ],
    [
      'trees of different lists',
      'import-onnx-trees',
      withTrees({ nodes_modes: { strings: ['LEAF'] } }),
      'lengths',
    ],
  ])('with %s', (_, kind, model, words) => {
    const error = fault(model);
    expect(error?.kind).toBe(kind);
    expect(spoken(error?.message)).toContain(words);
  });

  it('when it ends early, at any byte, and never fails when bytes are changed', () => {
    const bytes = writeRawModel(withNodes([split, leaf, leaf]));
    const decode = (model: Uint8Array) => importModel({ model, features: LIST, classes: null }).ok;
    expect(decode(bytes)).toBe(true);
    // The last six bytes are the version of a domain that this model does not use.
    const whole = bytes.length - 6;
    for (let length = 1; length < bytes.length; length++) {
      expect(decode(bytes.subarray(0, length))).toBe(length === whole);
    }
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const other = Uint8Array.from(bytes);
        for (const [at, byte] of changes) other[at] = byte;
        expect(typeof decode(other)).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });

  it('when it is larger than the limit', () => {
    const large = new Uint8Array(64 * 1024 * 1024 + 1);
    large[0] = 8;
    const result = importModel({ model: large, features: LIST, classes: null });
    expect(result.ok ? null : result.error.kind).toBe('onnx-size');
  });
});
