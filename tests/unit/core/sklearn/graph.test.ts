import { describe, expect, it } from 'vitest';
import { encodeOnnx } from '../../../../src/core/onnx/encode';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { buildClassifierGraph } from '../../../../src/core/sklearn/build-graph';
import { readClassifier } from '../../../../src/core/sklearn/read-classifier';
import { texts } from '../../../builders/numpy';
import { openGraph } from '../../../builders/onnx-session';
import { PROTOCOLS, type Py, writePickle } from '../../../builders/pickle';
import {
  combineOneVsRest,
  decisions,
  predictForest,
  sigmoid,
  softmax,
} from '../../../builders/predict-proba';
import { randomNumbers, randomTree, rowsAtThresholds } from '../../../builders/random-trees';
import {
  constantPredictor,
  forest,
  logisticRegression,
  oneVsRest,
  pipeline,
  scaler,
  type SklearnStyle,
  type TestTree,
} from '../../../builders/sklearn';
import { inEnglish } from '../../../../src/words/in-words';

const STYLE: SklearnStyle = { protocol: 4, numpy2: true, version: '1.4.0', isFrom1_3: false };
const FEATURES = 6;
const ROWS = 40;

/** Returns the largest difference between the answers of a pickled model's graph and the expected ones. */
async function worst(
  model: Py,
  rows: Float32Array,
  expected: (row: Float32Array) => readonly number[],
  protocol = STYLE.protocol,
): Promise<number> {
  const parsed = parsePickle(writePickle(model, protocol), SKLEARN_NAMES);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  const classifier = readClassifier(parsed.value);
  if (!classifier.ok) throw new Error(inEnglish(classifier.error.message));
  const head = { name: 'test', description: '' };
  const run = await openGraph(encodeOnnx(buildClassifierGraph(classifier.value, FEATURES, head)));
  const count = rows.length / FEATURES;
  const { probabilities } = await run(rows, count);
  const errors = Array.from({ length: count }, (_, i) => {
    const row = rows.subarray(i * FEATURES, (i + 1) * FEATURES);
    const want = expected(row);
    return want.map((p, c) => Math.abs(p - (probabilities?.[i * want.length + c] ?? NaN)));
  }).flat();
  expect(probabilities).toHaveLength(errors.length);
  return Math.max(...errors);
}

function someTrees(count: number, classes: number, splits: number, seed: number): TestTree[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () =>
    randomTree({ features: FEATURES, classes, splits }, random),
  );
}

const NAMES = ['a', 'b', 'c', 'd'];

describe('the graph of a forest', () => {
  it.each(PROTOCOLS)(
    'gives the answers of scikit-learn, read from protocol %i',
    async (protocol) => {
      const trees = someTrees(30, 4, 25, protocol + 1);
      const rows = rowsAtThresholds(trees, ROWS, FEATURES, randomNumbers(9));
      const style = { ...STYLE, protocol, isFrom1_3: protocol > 2 };
      const model = forest(trees, style, texts(NAMES, style));
      expect(await worst(model, rows, (row) => predictForest(trees, row), protocol)).toBeLessThan(
        1e-6,
      );
    },
  );

  it('adds thousands of equal fractions without losing digits', async () => {
    // 1/3 and 2/3 have no finite binary form: added directly in float32, they are wrong by 8e-6.
    const tree: TestTree = { features: FEATURES, classes: 2, nodes: [{ counts: [1, 2] }] };
    const trees = Array.from({ length: 3000 }, () => tree);
    const model = forest(trees, STYLE, texts(['a', 'b'], STYLE));
    expect(await worst(model, new Float32Array(FEATURES), () => [1 / 3, 2 / 3])).toBeLessThan(1e-7);
  });

  it('may be a single leaf', async () => {
    const tree: TestTree = { features: FEATURES, classes: 2, nodes: [{ counts: [0, 4] }] };
    const model = forest([tree], STYLE, texts(['a', 'b'], STYLE));
    expect(await worst(model, new Float32Array(FEATURES), () => [0, 1])).toBe(0);
  });

  it('may have leaves that no sample reached', async () => {
    const tree: TestTree = { features: FEATURES, classes: 2, nodes: [{ counts: [0, 0] }] };
    const model = forest([tree], STYLE, texts(['a', 'b'], STYLE));
    expect(await worst(model, new Float32Array(FEATURES), () => [0, 0])).toBe(0);
  });
});

describe('the graph of one-vs-rest', () => {
  // The forests have different sizes, so that each mean has its own divisor.
  const parts = [someTrees(7, 2, 9, 1), someTrees(20, 2, 15, 2), someTrees(1, 2, 4, 3)];
  const binary = (trees: readonly TestTree[]) => forest(trees, STYLE, texts(['0', '1'], STYLE));
  const positives = (row: Float32Array) =>
    parts.map((trees) => predictForest(trees, row)[1] ?? NaN);
  const rows = rowsAtThresholds(parts.flat(), ROWS, FEATURES, randomNumbers(4));

  it.each(['multiclass', 'multilabel-indicator'] as const)('%s', async (targets) => {
    const model = oneVsRest(parts.map(binary), STYLE, texts(NAMES.slice(0, 3), STYLE), targets);
    const isNormal = targets === 'multiclass';
    expect(
      await worst(model, rows, (row) => combineOneVsRest(positives(row), isNormal)),
    ).toBeLessThan(1e-6);
  });

  it('may have classes that were never or always present', async () => {
    const estimators = [
      constantPredictor(0, STYLE),
      binary(parts[0]!),
      constantPredictor(1, STYLE),
    ];
    const model = oneVsRest(
      estimators,
      STYLE,
      texts(NAMES.slice(0, 3), STYLE),
      'multilabel-indicator',
    );
    const expected = (row: Float32Array) => [0, positives(row)[0] ?? NaN, 1];
    expect(await worst(model, rows, expected)).toBeLessThan(1e-6);
  });

  it('may have two classes', async () => {
    const model = oneVsRest([binary(parts[1]!)], STYLE, texts(['a', 'b'], STYLE), 'binary');
    const expected = (row: Float32Array) => combineOneVsRest(positives(row).slice(1, 2), true);
    expect(await worst(model, rows, expected)).toBeLessThan(1e-6);
  });

  it('gives zeros and not NaN if no class fits', async () => {
    const never: TestTree = { features: FEATURES, classes: 2, nodes: [{ counts: [3, 0] }] };
    const model = oneVsRest(
      [binary([never]), binary([never]), binary([never])],
      STYLE,
      texts(NAMES.slice(0, 3), STYLE),
      'multiclass',
    );
    expect(await worst(model, new Float32Array(FEATURES), () => [0, 0, 0])).toBe(0);
  });
});

describe('the graph of a logistic regression', () => {
  const random = randomNumbers(8);
  const normal = (scale: number) => (random() - 0.5) * scale;
  const matrix = (height: number) =>
    Array.from({ length: height }, () => Array.from({ length: FEATURES }, () => normal(20)));
  const rows = Float32Array.from({ length: ROWS * FEATURES }, () => random());
  const multinomial = { coefficients: matrix(4), intercept: [1, -2, 0.5, 0], options: {} };
  const binary = { coefficients: matrix(1), intercept: [0.25], options: {} };

  it('may be multinomial', async () => {
    const model = logisticRegression(multinomial, STYLE, NAMES);
    expect(
      await worst(model, rows, (row) => softmax(decisions(multinomial, [...row]))),
    ).toBeLessThan(1e-6);
  });

  it('may be one-vs-rest', async () => {
    const options = { multi_class: 'ovr' };
    const model = logisticRegression({ ...multinomial, options }, STYLE, NAMES);
    const expected = (row: Float32Array) => {
      const each = decisions(multinomial, [...row]).map(sigmoid);
      return each.map((p) => p / each.reduce((sum, q) => sum + q, 0));
    };
    expect(await worst(model, rows, expected)).toBeLessThan(1e-6);
  });

  it.each([
    ['auto', (d: number) => [1 - sigmoid(d), sigmoid(d)]],
    ['multinomial', (d: number) => softmax([-d, d])],
  ])('may have two classes, with %s', async (multi_class, expected) => {
    const model = logisticRegression({ ...binary, options: { multi_class } }, STYLE, ['a', 'b']);
    expect(
      await worst(model, rows, (row) => expected(decisions(binary, [...row])[0] ?? NaN)),
    ).toBeLessThan(1e-6);
  });

  it('may follow a StandardScaler', async () => {
    const mean = Array.from({ length: FEATURES }, () => random());
    const scale = Array.from({ length: FEATURES }, () => 0.05 + random());
    const model = pipeline(
      [scaler(mean, scale, STYLE), logisticRegression(multinomial, STYLE, NAMES)],
      '1.4.0',
    );
    const expected = (row: Float32Array) =>
      softmax(
        decisions(
          multinomial,
          [...row].map((x, f) => (x - (mean[f] ?? 0)) / (scale[f] ?? 1)),
        ),
      );
    expect(await worst(model, rows, expected)).toBeLessThan(1e-6);
  });
});
