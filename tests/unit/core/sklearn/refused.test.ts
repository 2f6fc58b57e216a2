import { describe, expect, it } from 'vitest';
import { encodeOnnx } from '../../../../src/core/onnx/encode';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { CLASSIFIER_LIMITS } from '../../../../src/core/sklearn/budget';
import { buildClassifierGraph } from '../../../../src/core/sklearn/build-graph';
import { readClassifier } from '../../../../src/core/sklearn/read-classifier';
import { dtype, ndarray, numbers, scalar, texts } from '../../../builders/numpy';
import {
  call,
  dict,
  float,
  list,
  name,
  object,
  type Py,
  writePickle,
} from '../../../builders/pickle';
import { openGraph } from '../../../builders/onnx-session';
import {
  decisionTree,
  pipeline,
  scaler,
  type SklearnStyle,
  treeRecord,
} from '../../../builders/sklearn';
import { inEnglish } from '../../../../src/words/in-words';

const STYLE: SklearnStyle = { protocol: 4, numpy2: false, version: '1.9.1', isFrom1_3: true };
const AB = texts(['a', 'b'], STYLE);
const ABC = texts(['a', 'b', 'c'], STYLE);
const LEAF = { features: 1, classes: 2, nodes: [{ counts: [1, 1] }] };
const TREE = decisionTree(LEAF, STYLE, AB);

function read(value: Py) {
  const parsed = parsePickle(writePickle(value, STYLE.protocol), SKLEARN_NAMES);
  return parsed.ok ? readClassifier(parsed.value) : parsed;
}

function fault(value: Py) {
  const classifier = read(value);
  if (classifier.ok) throw new Error(`${classifier.value.name} was read`);
  return {
    kind: classifier.error.kind,
    said: `${inEnglish(classifier.error.message)} ${inEnglish(classifier.error.cure)}`,
  };
}

function gaussian(code: 'f4' | 'f8', classes: Py = AB, count = 2): Py {
  const ones = numbers(
    code,
    Array.from({ length: count }, () => 1),
    STYLE,
    [count, 1],
  );
  return object(
    'sklearn.naive_bayes.GaussianNB',
    dict({
      classes_: classes,
      theta_: ones,
      var_: ones,
      class_prior_: numbers(
        code,
        Array.from({ length: count }, () => 1 / count),
        STYLE,
      ),
    }),
  );
}

function calibrated(estimator: Py, method: string, calibrator: Py): Py {
  const member = object(
    'sklearn.calibration._CalibratedClassifier',
    dict({ estimator, classes: AB, calibrators: list(calibrator), method }),
  );
  return object(
    'sklearn.calibration.CalibratedClassifierCV',
    dict({ classes_: AB, calibrated_classifiers_: list(member) }),
  );
}

function isotonic(code: 'f4' | 'f8', x: readonly number[]): Py {
  return object(
    'sklearn.isotonic.IsotonicRegression',
    dict({
      out_of_bounds: 'clip',
      X_thresholds_: numbers(code, x, STYLE),
      y_thresholds_: numbers(
        code,
        x.map((_, i) => i / x.length),
        STYLE,
      ),
    }),
  );
}

const temperature = object('sklearn.calibration._TemperatureScaling', dict({ beta_: float(0.5) }));

describe('models that could not be computed to the same digits', () => {
  it.each<[string, Py, string]>([
    [
      'naive Bayes of float32',
      gaussian('f4'),
      'a GaussianNB that was trained on numbers of float32',
    ],
    [
      'steps of float32',
      calibrated(TREE, 'isotonic', isotonic('f4', [0, 1])),
      'trained on numbers of float32',
    ],
    [
      'steps that are too steep',
      calibrated(TREE, 'isotonic', isotonic('f8', [0, 0.5, 0.5 + 1e-9])),
      'magnifies rounding errors',
    ],
    [
      'the temperature of naive Bayes',
      calibrated(gaussian('f8'), 'temperature', temperature),
      "method='sigmoid'",
    ],
    [
      'a threshold of its own',
      object(
        'sklearn.model_selection._classification_threshold.FixedThresholdClassifier',
        dict({ classes_: AB }),
      ),
      'model.estimator_',
    ],
    [
      'several lists of classes',
      object(
        'sklearn.neighbors._classification.KNeighborsClassifier',
        dict({ classes_: list(AB, ABC) }),
      ),
      'a KNeighborsClassifier, which gives several labels at once (multi-label)',
    ],
    [
      'a function with some arguments, alone',
      call('functools.partial', [
        name('sklearn.feature_selection._mutual_info.mutual_info_classif'),
      ]),
      'a functools.partial, not a classifier',
    ],
  ])('%s is refused by name', (_, value, words) => {
    expect(fault(value)).toMatchObject({
      kind: 'model-unsupported',
      said: expect.stringContaining(words) as string,
    });
  });

  it('are read in float64, or if less steep', () => {
    for (const value of [
      gaussian('f8'),
      calibrated(TREE, 'isotonic', isotonic('f8', [0, 0.5, 0.6])),
      calibrated(TREE, 'temperature', temperature),
    ]) {
      expect(read(value).ok).toBe(true);
    }
  });

  it('are refused if a partial function calls what no model needs', () => {
    expect(fault(call('functools.partial', [name('os.system')])).said).toContain('os.system');
  });
});

describe('a small file of an endless model', () => {
  const { steps, estimators, operations } = CLASSIFIER_LIMITS;
  const bagging = (members: number, member: Py, columns: Py, features: number) =>
    object(
      'sklearn.ensemble._bagging.BaggingClassifier',
      dict({
        classes_: AB,
        n_features_in_: features,
        estimators_: list(...Array.from({ length: members }, () => member)),
        estimators_features_: list(...Array.from({ length: members }, () => columns)),
      }),
    );
  const scalers = (count: number) =>
    pipeline([...Array.from({ length: count }, () => scaler([0], [1], STYLE)), TREE], '1.9.1');
  const MANY = texts(
    Array.from({ length: 500 }, (_, i) => `${i}`),
    STYLE,
  );
  const voting = (member: Py, count: number, classes = AB) =>
    object(
      'sklearn.ensemble._voting.VotingClassifier',
      dict({
        classes_: classes,
        voting: 'soft',
        weights: list(...Array.from({ length: count }, (_, i) => i + 1)),
        estimators: list(),
        estimators_: list(...Array.from({ length: count }, () => member)),
      }),
    );

  it.each<[string, Py, string]>([
    ['of steps', scalers(steps + 1), `more than ${steps} steps`],
    [
      'of steps within steps',
      pipeline([scaler([0], [1], STYLE), scalers(steps)], '1.9.1'),
      `more than ${steps} steps`,
    ],
    ['of classifiers', voting(TREE, estimators + 1), `more than ${estimators} classifiers`],
    [
      'of columns',
      bagging(
        1000,
        decisionTree({ ...LEAF, features: 9000 }, STYLE, AB),
        numbers(
          'f8',
          Array.from({ length: 9000 }, (_, i) => i),
          STYLE,
        ),
        9000,
      ),
      'coefficients',
    ],
    [
      'of operations',
      voting(gaussian('f8', MANY, 500), 50, MANY),
      `more than ${operations} operations`,
    ],
  ])('%s is refused', (_, value, words) => {
    expect(fault(value)).toMatchObject({
      kind: 'model-limit',
      said: expect.stringContaining(words) as string,
    });
  });

  it('with the largest number of steps is read', () => {
    expect(read(scalers(steps)).ok).toBe(true);
  });
});

describe('gradient boosting before scikit-learn 0.21', () => {
  const rate = 0.5;
  const leafOf = (value: number) =>
    object(
      'sklearn.tree.tree.DecisionTreeRegressor',
      dict({
        tree_: treeRecord(
          { features: 1, classes: 1, nodes: [{ counts: [value] }] },
          { ...STYLE, isFrom1_3: false },
        ),
      }),
    );
  const boosting = (classes: Py, values: readonly number[], init: Py, loss: string) =>
    object(
      'sklearn.ensemble.gradient_boosting.GradientBoostingClassifier',
      dict({
        classes_: classes,
        learning_rate: float(rate),
        loss,
        init: null,
        init_: init,
        estimators_: ndarray(
          dtype('O', '|'),
          [1, values.length],
          list(...values.map(leafOf)),
          STYLE,
        ),
        _sklearn_version: '0.20.4',
      }),
    );
  const prior = (kind: string, fields: Record<string, Py>) =>
    object(`sklearn.ensemble.gradient_boosting.${kind}`, dict(fields));
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const shares = [0.2, 0.3, 0.5];
  const exponentials = [1, 2, 3].map((value, i) => Math.exp(shares[i]! + rate * value));
  const sum = exponentials.reduce((a, b) => a + b);

  it.each<[string, Py, number[]]>([
    [
      'two classes',
      boosting(
        AB,
        [0.8],
        prior('LogOddsEstimator', { prior: scalar('f8', -0.3, STYLE) }),
        'deviance',
      ),
      [1 - sigmoid(0.1), sigmoid(0.1)],
    ],
    [
      'two classes and an exponential loss',
      boosting(
        AB,
        [0.8],
        prior('ScaledLogOddsEstimator', { prior: scalar('f8', -0.3, STYLE) }),
        'exponential',
      ),
      [1 - sigmoid(0.2), sigmoid(0.2)],
    ],
    [
      'three classes, whose shares are its first values',
      boosting(
        ABC,
        [1, 2, 3],
        prior('PriorProbabilityEstimator', { priors: numbers('f8', shares, STYLE) }),
        'deviance',
      ),
      exponentials.map((value) => value / sum),
    ],
  ])('starts from its initial values: %s', async (_, value, expected) => {
    const classifier = read(value);
    if (!classifier.ok) throw new Error(inEnglish(classifier.error.message));
    const graph = buildClassifierGraph(classifier.value, 1, { name: 'old', description: '' });
    const answer = (await (await openGraph(encodeOnnx(graph)))(Float32Array.of(1), 1))[
      'probabilities'
    ];
    expect(
      [...answer!].map((p, i) => Math.abs(p - expected[i]!)).every((error) => error < 1e-6),
    ).toBe(true);
  });
});
