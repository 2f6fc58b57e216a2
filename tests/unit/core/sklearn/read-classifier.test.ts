import { describe, expect, it } from 'vitest';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { CLASSIFIER_LIMITS } from '../../../../src/core/sklearn/budget';
import { readClassifier } from '../../../../src/core/sklearn/read-classifier';
import { dtype, ndarray, numbers, texts } from '../../../builders/numpy';
import {
  call,
  dict,
  list,
  name,
  object,
  type Py,
  tuple,
  writePickle,
} from '../../../builders/pickle';
import {
  constantPredictor,
  decisionTree,
  forest,
  logisticRegression,
  oneVsRest,
  pipeline,
  scaler,
  type SklearnStyle,
  type TestTree,
  treeRecord,
} from '../../../builders/sklearn';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const STYLE: SklearnStyle = { protocol: 4, numpy2: false, version: '1.2.1', isFrom1_3: false };
const AB = texts(['a', 'b'], STYLE);
const TREE: TestTree = {
  features: 3,
  classes: 2,
  nodes: [
    { feature: 2, threshold: 0.5, left: 1, right: 2 },
    { counts: [3, 1] },
    { counts: [0, 2] },
  ],
};

function read(value: Py) {
  const parsed = parsePickle(writePickle(value, STYLE.protocol), SKLEARN_NAMES);
  return parsed.ok ? readClassifier(parsed.value) : parsed;
}

function fault(value: Py) {
  const classifier = read(value);
  return classifier.ok ? null : classifier.error;
}

function good(value: Py) {
  const classifier = read(value);
  if (!classifier.ok) throw new Error(inEnglish(classifier.error.message));
  return classifier.value;
}

describe('a forest', () => {
  it.each([false, true])('is read, from scikit-learn 1.3 on: %s', (isFrom1_3) => {
    const style = { ...STYLE, isFrom1_3 };
    const { probabilities, ...head } = good(
      forest([TREE, TREE], style, AB, 'ExtraTreesClassifier'),
    );
    expect(head).toEqual({
      name: 'ExtraTreesClassifier',
      version: '1.2.1',
      features: 3,
      featureNames: null,
      classes: ['a', 'b'],
      sumsToOne: true,
    });
    expect(probabilities).toMatchObject({
      op: 'scale',
      by: Float64Array.of(0.5, 0.5),
      of: {
        op: 'trees',
        members: [
          {
            tree: {
              left: Float64Array.of(1, -1, -1),
              right: Float64Array.of(2, -1, -1),
              threshold: Float64Array.of(0.5, -2, -2),
              values: Float64Array.of(0.5, 0.5, 0.75, 0.25, 0, 1),
            },
          },
          {},
        ],
      },
    });
  });

  it('may be a single tree', () => {
    expect(good(decisionTree(TREE, STYLE, AB))).toMatchObject({
      name: 'DecisionTreeClassifier',
      probabilities: { of: { members: [{ tree: { features: 3 } }] } },
    });
  });

  it('may contain the state of a random generator', () => {
    const state = dict({ bit_generator: 'MT19937' });
    const random = call(
      'numpy.random._pickle.__randomstate_ctor',
      [
        call(
          'numpy.random._pickle.__bit_generator_ctor',
          [name('numpy.random._mt19937.MT19937')],
          state,
        ),
        name('numpy.random._pickle.__bit_generator_ctor'),
      ],
      state,
    );
    const tree = object(
      'sklearn.tree._classes.DecisionTreeClassifier',
      dict({ random_state: random, n_outputs_: 1, classes_: AB, tree_: treeRecord(TREE, STYLE) }),
    );
    expect(good(tree).version).toBeNull();
  });

  it('keeps a leaf that no sample reached', () => {
    const tree = { ...TREE, nodes: [TREE.nodes[0]!, { counts: [0, 0] }, TREE.nodes[2]!] };
    expect(good(forest([tree], STYLE, AB)).probabilities).toMatchObject({
      of: { members: [{ tree: { values: Float64Array.of(0.5, 0.5, 0, 0, 0, 1) } }] },
    });
  });
});

describe('invalid trees', () => {
  const split = { feature: 0, threshold: 1, left: 1, right: 2 };
  const leaf = { counts: [1, 1] };
  const tree = (...nodes: TestTree['nodes']): TestTree => ({ ...TREE, nodes });
  it.each([
    [
      'a child before its parent',
      tree(split, { ...split, left: 0, right: 2 }, leaf),
      'comes after',
    ],
    ['a child that is its parent', tree({ ...split, left: 0 }, leaf, leaf), 'comes after'],
    ['a child beyond the end', tree({ ...split, right: 3 }, leaf, leaf), 'comes after'],
    ['a child below zero', tree({ ...split, right: -7 }, leaf, leaf), 'comes after'],
    ['half a leaf', tree({ ...split, left: -1 }, leaf, leaf), 'comes after'],
    ['one child twice', tree({ ...split, right: 1 }, leaf), 'twice'],
    [
      'a child of two parents',
      tree(
        split,
        { ...split, left: 3, right: 4 },
        { ...split, left: 4, right: 5 },
        leaf,
        leaf,
        leaf,
      ),
      'twice',
    ],
    ['a node of nobody', tree(split, leaf, leaf, leaf), 'no other leads to'],
    ['a feature beyond the input', tree({ ...split, feature: 3 }, leaf, leaf), 'feature 3 of 3'],
    ['a feature below zero', tree({ ...split, feature: -2 }, leaf, leaf), 'feature -2 of 3'],
    [
      'a threshold that is not a number',
      tree({ ...split, threshold: NaN }, leaf, leaf),
      'threshold',
    ],
    ['a threshold without end', tree({ ...split, threshold: Infinity }, leaf, leaf), 'threshold'],
    ['counts below zero', tree(split, { counts: [-1, 2] }, leaf), 'counts of classes'],
    ['counts that are no numbers', tree(split, { counts: [NaN, 2] }, leaf), 'counts of classes'],
    [
      'another number of classes',
      { features: 3, classes: 3, nodes: [{ counts: [1, 1, 1] }] },
      '3 classes',
    ],
  ])('%s', (_, broken, message) => {
    const error = fault(forest([TREE, broken], STYLE, AB));
    expect(error?.kind).toBe('model-tree');
    expect(spoken(error?.message)).toContain(message);
  });

  it('have another number of features', () => {
    expect(fault(forest([TREE, { ...TREE, features: 4 }], STYLE, AB))?.kind).toBe('model-tree');
  });

  it.each<[string, Record<string, Py>]>([
    ['another count of nodes', { node_count: 2 }],
    ['no nodes', { nodes: null }],
    ['values of two outputs', { values: numbers('f8', [1, 2, 3, 4, 5, 6], STYLE, [3, 2, 1]) }],
    ['values of other nodes', { values: numbers('f8', [1, 2], STYLE, [1, 1, 2]) }],
    ['nodes that are numbers', { nodes: numbers('f8', [1, 2, 3], STYLE) }],
    [
      'values that are texts',
      { values: ndarray(dtype('U1'), [3, 1, 1], new Uint8Array(12), STYLE) },
    ],
  ])('%s', (_, changed) => {
    const model = object(
      'sklearn.tree._classes.DecisionTreeClassifier',
      dict({ n_outputs_: 1, classes_: AB, tree_: treeRecord(TREE, STYLE, changed) }),
    );
    expect(fault(model)?.kind).toMatch(/^(model-incomplete|model-tree|numpy-array)$/);
  });
});

describe('models that are too large are refused', () => {
  it('because a tree is too deep', () => {
    const depth = CLASSIFIER_LIMITS.depth + 2;
    const nodes = Array.from({ length: depth }, (_, i) => [
      { feature: 0, threshold: 1, left: 2 * i + 1, right: 2 * i + 2 },
      { counts: [1, 1] },
    ]).flat();
    // Each split's left child is the leaf after it, and its right child the split after that.
    const chain = nodes.map((node, i) =>
      'counts' in node ? node : { ...node, left: i + 1, right: i + 2 },
    );
    expect(
      fault(forest([{ ...TREE, nodes: [...chain, { counts: [1, 1] }] }], STYLE, AB))?.kind,
    ).toBe('model-limit');
  });

  it('because one tree is referred to many times', () => {
    const member = decisionTree(TREE, STYLE, AB);
    const members = Array.from({ length: CLASSIFIER_LIMITS.trees }, () => member);
    const part = (estimators: Py) =>
      object(
        'sklearn.ensemble._forest.RandomForestClassifier',
        dict({ n_outputs_: 1, classes_: AB, estimators_: estimators }),
      );
    const all = list(...members);
    expect(good(part(all)).probabilities).toMatchObject({ of: { op: 'trees' } });
    expect(fault(oneVsRest([part(all), part(all)], STYLE, AB, 'multiclass'))?.kind).toBe(
      'model-limit',
    );
    expect(fault(part(list(...members, member)))?.kind).toBe('model-incomplete');
  });
});

describe('one-vs-rest', () => {
  const abc = texts(['a', 'b', 'c'], STYLE);
  const binary = forest([TREE], STYLE, numbers('i8', [0, 1], STYLE));

  it('is normalised unless it is multilabel', () => {
    const model = (targets: 'multiclass' | 'multilabel-indicator') =>
      good(oneVsRest([binary, constantPredictor(1, STYLE), binary], STYLE, abc, targets));
    expect(model('multiclass')).toMatchObject({
      classes: ['a', 'b', 'c'],
      features: 3,
      sumsToOne: true,
      probabilities: {
        op: 'normalise',
        of: {
          op: 'scale',
          plus: Float64Array.of(0, 1, 0),
          of: { op: 'trees', members: [{ targets: [null, 0] }, { targets: [null, 2] }] },
        },
      },
    });
    expect(model('multilabel-indicator')).toMatchObject({
      sumsToOne: false,
      probabilities: { op: 'scale' },
    });
  });

  it('of two classes has one estimator', () => {
    expect(good(oneVsRest([binary], STYLE, AB, 'binary')).probabilities).toMatchObject({
      op: 'join',
      of: [{ op: 'scale', by: Float64Array.of(-1), plus: Float64Array.of(1) }, {}],
    });
  });

  it('may use no column', () => {
    const never = constantPredictor(0, STYLE);
    expect(good(oneVsRest([never, never, never], STYLE, abc, 'multiclass')).features).toBeNull();
  });

  it.each([
    ['of too few estimators', oneVsRest([binary, binary], STYLE, abc, 'multiclass')],
    ['of one class', oneVsRest([binary], STYLE, texts(['a'], STYLE), 'multilabel-indicator')],
    [
      'of estimators with three classes',
      oneVsRest(
        [
          binary,
          binary,
          forest([{ ...TREE, classes: 3, nodes: [{ counts: [1, 1, 1] }] }], STYLE, abc),
        ],
        STYLE,
        abc,
        'multiclass',
      ),
    ],
    [
      'of estimators with other features',
      oneVsRest([binary, forest([{ ...TREE, features: 9 }], STYLE, AB)], STYLE, AB, 'multiclass'),
    ],
  ])('%s is refused', (_, model) => {
    expect(fault(model)?.kind).toMatch(/^model-(unsupported|incomplete)$/);
  });
});

describe('logistic regression', () => {
  const three = {
    coefficients: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    intercept: [0.1, 0.2, 0.3],
    options: {},
  };
  const two = { coefficients: [[1, 2]], intercept: [0.5], options: {} };
  const link = (options: Record<string, Py>, version = '1.2.1') =>
    good(logisticRegression({ ...three, options }, { ...STYLE, version }, ['a', 'b', 'c']))
      .probabilities;
  const linear = {
    op: 'dense',
    weights: Float64Array.of(1, 3, 5, 2, 4, 6),
    bias: Float64Array.of(0.1, 0.2, 0.3),
  };

  it.each([
    ['softmax', { multi_class: 'auto' }, '1.2.1'],
    ['softmax', { multi_class: 'deprecated' }, '1.7.0'],
    ['softmax', { multi_class: 'multinomial' }, '0.22.1'],
    ['softmax', {}, '1.8.0'],
    ['sigmoids', { multi_class: 'ovr' }, '1.2.1'],
    ['sigmoids', { multi_class: 'warn' }, '0.22.0'],
    ['sigmoids', { multi_class: 'auto', solver: 'liblinear' }, '1.2.1'],
    ['sigmoids', { multi_class: 'auto', solver: 'newton-cholesky' }, '1.5.2'],
    ['softmax', { multi_class: 'auto', solver: 'newton-cholesky' }, '1.6.1'],
  ])('uses %s for %j, version %s', (expected, options, version) => {
    expect(link(options, version)).toMatchObject(
      expected === 'softmax'
        ? { op: 'softmax', of: linear }
        : { op: 'normalise', of: { op: 'sigmoid', of: linear } },
    );
  });

  it('of two classes has one row, for the second', () => {
    const probabilities = (options: Record<string, Py>) =>
      good(logisticRegression({ ...two, options }, STYLE, ['a', 'b'])).probabilities;
    const row = { op: 'dense', weights: Float64Array.of(1, 2), bias: Float64Array.of(0.5) };
    expect(probabilities({})).toMatchObject({ of: [{}, { op: 'sigmoid', of: row }] });
    expect(probabilities({ multi_class: 'multinomial' })).toMatchObject({
      of: [{}, { op: 'sigmoid', of: { op: 'scale', by: Float64Array.of(2), of: row } }],
    });
  });

  it('may be fitted without an intercept', () => {
    expect(
      good(logisticRegression({ ...three, options: { intercept_: 0 } }, STYLE, ['a', 'b', 'c']))
        .probabilities,
    ).toMatchObject({ of: { bias: new Float64Array(3) } });
  });

  it('after a StandardScaler takes scaled columns', () => {
    const model = pipeline(
      [scaler([1, 10], [2, 4], STYLE), logisticRegression(three, STYLE, ['a', 'b', 'c'])],
      '1.4.0',
    );
    expect(good(model)).toMatchObject({
      name: 'LogisticRegression behind a StandardScaler',
      version: '1.4.0',
      features: 2,
      probabilities: {
        of: {
          ...linear,
          of: { op: 'standardise', by: Float64Array.of(1, 10), over: Float64Array.of(2, 4) },
        },
      },
    });
  });

  it.each([
    ['a row too few', { ...three, coefficients: [[1, 2]], intercept: [1] }],
    [
      'a number that is none',
      {
        ...three,
        coefficients: [
          [1, NaN],
          [3, 4],
          [5, 6],
        ],
      },
    ],
    ['an intercept without end', { ...three, intercept: [0, 0, Infinity] }],
    ['an intercept too few', { ...three, intercept: [0, 0] }],
    ['an unknown option', { ...three, options: { multi_class: 'crammer' } }],
    ['no coefficients', { ...three, options: { coef_: null } }],
  ])('with %s is refused', (_, model) => {
    expect(fault(logisticRegression(model, STYLE, ['a', 'b', 'c']))).not.toBeNull();
  });

  it.each([
    ['a mean too few', scaler([1], [2, 4], STYLE)],
    ['a scale of zero', scaler([1, 10], [2, 0], STYLE)],
    ['a mean that is none', scaler([1, NaN], [2, 1], STYLE)],
  ])('after a scaler with %s is refused', (_, first) => {
    const model = pipeline([first, logisticRegression(three, STYLE, ['a', 'b', 'c'])], '1.4.0');
    expect(fault(model)?.kind).toBe('model-incomplete');
  });
});

describe('objects other than these models', () => {
  const rf = forest([TREE], STYLE, AB);
  it.each([
    ['nothing', null, 'nothing'],
    ['a number', 5, 'a number'],
    ['bytes', Uint8Array.of(1), 'bytes'],
    ['a dictionary', dict({ model: rf }), 'a dictionary'],
    ['a list', list(rf), 'a list'],
    ['a class', name('sklearn.tree._classes.DecisionTreeClassifier'), 'DecisionTreeClassifier'],
    ['an array', numbers('f8', [1], STYLE), 'an array of numbers'],
    ['a scaler', scaler([1], [1], STYLE), 'StandardScaler'],
    [
      'a regressor',
      object('sklearn.ensemble._forest.RandomForestRegressor', dict({})),
      'predicts numbers, not classes',
    ],
    [
      'a grouping',
      object('sklearn.cluster._kmeans.KMeans', dict({})),
      'groups spectra and knows no classes',
    ],
    [
      'several labels at once',
      object('sklearn.multioutput.MultiOutputClassifier', dict({})),
      'several labels at once (multi-label)',
    ],
    [
      'neighbours',
      object('sklearn.neighbors._classification.KNeighborsClassifier', dict({})),
      'a KNeighborsClassifier, which cannot be imported',
    ],
    [
      'a pipeline with a step of another kind',
      pipeline([object('sklearn.decomposition._nmf.NMF', dict({})), rf], '1.2.1'),
      'a Pipeline with the step NMF',
    ],
    [
      'a search without its best',
      object('sklearn.model_selection._search.GridSearchCV', dict({ refit: false })),
      'without its best estimator',
    ],
  ])('%s is refused under its own name', (_, value, words) => {
    const error = fault(value);
    expect(error?.kind).toBe('model-unsupported');
    expect(spoken(error?.message)).toContain(words);
  });

  it.each([
    ['xgboost.sklearn.XGBClassifier', 'cannot be imported'],
    ['joblib.numpy_pickle.NDArrayWrapper', 'joblib.dump'],
    ['sklearn.externals.joblib.numpy_pickle.ZNDArrayWrapper', 'joblib.dump'],
    ['__main__.MyClassifier', 'programmed by whoever wrote it'],
    ['functools.reduce', 'never needs'],
    ['sklearn_evil.Model', 'never needs'],
  ])('%s: %s', (path, words) => {
    expect(spoken(fault(object(path, dict({})))?.message)).toContain(words);
  });

  it('a pipeline with one classifier is read as that classifier', () => {
    expect(good(pipeline([rf], '1.2.1')).name).toBe('RandomForestClassifier');
  });

  it.each([
    ['was never fitted', dict({ n_estimators: 100 })],
    ['has no trees', dict({ n_outputs_: 1, classes_: AB, estimators_: list() })],
    ['has no count of outputs', dict({ classes_: AB, estimators_: list() })],
    ['has two classes of one name', dict({ n_outputs_: 1, classes_: texts(['a', 'a'], STYLE) })],
    ['has no classes', dict({ n_outputs_: 1, classes_: texts([], STYLE) })],
  ])('a forest that %s is refused', (_, state) => {
    const model = object('sklearn.ensemble._forest.RandomForestClassifier', state);
    expect(fault(model)?.kind).toBe('model-incomplete');
  });

  it('an object with its state in a tuple is refused', () => {
    expect(fault(object('sklearn.pipeline.Pipeline', tuple(null, dict({}))))?.kind).toBe(
      'model-unsupported',
    );
  });
});
