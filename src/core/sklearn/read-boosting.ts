import { readArray } from '../pickle/numpy/array';
import { readField } from '../pickle/numpy/numbers';
import { listItems, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import type { Budget } from './budget';
import { checkTree } from './check-tree';
import type { DecisionTree } from './decision-tree';
import { describeModel } from './describe-model';
import { type Estimator, isBefore, readCount, readEstimator, readVersion } from './estimator';
import { type Expression, scaled, type TreeMember, withComplement } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { incomplete, incompleteAs, named, unsupported } from './problems';
import { readClasses } from './read-classes';
import { readNumber, readNumbersOf, readRow } from './read-matrix';
import { readTree } from './read-tree';
import { sentence } from '../../words/told/sentence';

/** What a prior's probabilities are kept away from 0 and 1 by: the epsilon of float32, or of float64. */
const EPSILON_BEFORE_1_4 = 2 ** -23;
const EPSILON = 2 ** -52;

/** What held the first decision values before scikit-learn 0.21, as they are: of several classes, their shares. */
const OLD_PRIORS: ReadonlyMap<string, string> = new Map([
  ['LogOddsEstimator', 'prior'],
  ['ScaledLogOddsEstimator', 'prior'],
  ['PriorProbabilityEstimator', 'priors'],
]);

/**
 * Reads a GradientBoostingClassifier: trees of numbers in rounds, one a class or one for two classes, whose
 * sum times the learning rate is added to the decision values of its prior.
 */
export function readGradientBoosting(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const count = classes.value.length;
  const columns = count === 2 ? 1 : count;
  const rate = readNumber(estimator, 'learning_rate');
  if (!rate.ok) return rate;
  const trees = readArray(fields.get('estimators_'));
  if (!trees.ok) return trees;
  const members = listItems(trees.value.data);
  if (count < 2 || members === null || trees.value.shape[1] !== columns) {
    return err(incomplete(name, 'estimators_'));
  }
  const isExponential = fields.get('loss') === 'exponential';
  const prior = readPrior(estimator, count, isExponential);
  if (!prior.ok) return prior;

  const read: TreeMember[] = [];
  let features: number | null = null;
  for (const [i, member] of members.entries()) {
    const tree = readTree(readEstimator(member)?.fields.get('tree_'), budget, 'numbers');
    if (!tree.ok) return tree;
    features ??= tree.value.features;
    if (tree.value.features !== features) {
      return err(incompleteAs(sentence('sklearn.incompleteFeaturesOfTrees', { estimator: name })));
    }
    // In an array in Fortran's order the rounds of one class come one after another.
    const target = trees.value.order === 'F' ? Math.floor(i / trees.value.shape[0]!) : i % columns;
    read.push({ tree: view.unfold(tree.value, true), targets: [target] });
  }
  const decisions: Expression = {
    op: 'scale',
    of: { op: 'trees', of: view.mixed, columns, members: read },
    by: new Float64Array(columns).fill(rate.value),
    plus: prior.value,
  };
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: ok(boosted(decisions, columns, isExponential ? 2 : 1)),
    decisions,
    sumsToOne: true,
  });
}

function boosted(decisions: Expression, columns: number, factor: number): Expression {
  return columns === 1
    ? withComplement({ op: 'sigmoid', of: factor === 1 ? decisions : scaled(decisions, factor) })
    : { op: 'softmax', of: decisions };
}

/** @returns the decision values before the first tree, one a column */
function readPrior(
  estimator: Estimator,
  classes: number,
  isExponential: boolean,
): Result<Float64Array, ReadProblem> {
  const { name, fields } = estimator;
  const columns = classes === 2 ? 1 : classes;
  const init = fields.get('init_');
  if (init === 'zero' || fields.get('init') === 'zero') return ok(new Float64Array(columns));
  const dummy = readEstimator(init);
  if (dummy !== null && OLD_PRIORS.has(dummy.name)) {
    const field = OLD_PRIORS.get(dummy.name)!;
    if (columns > 1) return readRow(dummy, field, columns);
    const one = readNumber(dummy, field);
    return one.ok ? ok(Float64Array.of(one.value)) : one;
  }
  if (dummy?.name !== 'DummyClassifier' || dummy.fields.get('strategy') !== 'prior') {
    return err(
      unsupported(
        dummy === null
          ? sentence('sklearn.startsFromOwn', { model: named(name) })
          : sentence('sklearn.startsFromOther', { model: named(name), start: named(dummy.name) }),
      ),
    );
  }
  const priors = readRow(dummy, 'class_prior_', classes);
  if (!priors.ok) return priors;
  const isOld = isBefore(readVersion(estimator), 1, 4);
  const epsilon = isOld ? EPSILON_BEFORE_1_4 : EPSILON;
  const kept = priors.value.map((p) => Math.min(Math.max(p, epsilon), 1 - epsilon));
  if (columns > 1) {
    const logarithms = kept.map(Math.log);
    const mean = logarithms.reduce((sum, value) => sum + value, 0) / columns;
    return ok(isOld ? logarithms : logarithms.map((value) => value - mean));
  }
  const logit = Math.log(kept[1]! / (1 - kept[1]!));
  return ok(Float64Array.of(isExponential ? logit / 2 : logit));
}

/** Reads a HistGradientBoostingClassifier, whose trees hold the learning rate already. */
export function readHistogramBoosting(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const count = classes.value.length;
  const columns = count === 2 ? 1 : count;
  const features = readCount(
    fields.get('n_features_in_') ?? fields.get('_n_features') ?? fields.get('n_features_'),
  );
  const rounds = listItems(fields.get('_predictors'));
  const prior = readPriorOfHistogram(fields.get('_baseline_prediction'), columns);
  if (features === null) return err(incomplete(name, 'n_features_in_'));
  if (count < 2 || rounds === null) return err(incomplete(name, '_predictors'));
  if (prior === null) return err(incomplete(name, '_baseline_prediction'));
  if (view.mixed !== null) {
    return err(
      unsupported(
        sentence('sklearn.mixedColumns', { model: named(name) }),
        sentence('sklearn.mixedColumnsCure'),
      ),
    );
  }
  if ((fields.get('_preprocessor') ?? null) !== null) return err(ofCategories(name));

  const members: TreeMember[] = [];
  for (const round of rounds) {
    const predictors = listItems(round);
    if (predictors?.length !== columns) return err(incomplete(name, '_predictors'));
    for (const [target, predictor] of predictors.entries()) {
      const tree = readPredictor(readEstimator(predictor), features, budget);
      if (!tree.ok) return tree;
      // It compares in float64, unlike all other trees.
      members.push({ tree: view.unfold(tree.value, false), targets: [target] });
    }
  }
  const decisions: Expression = {
    op: 'scale',
    of: { op: 'trees', of: null, columns, members },
    by: new Float64Array(columns).fill(1),
    plus: prior,
  };
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: ok(boosted(decisions, columns, 1)),
    decisions,
    sumsToOne: true,
  });
}

function readPriorOfHistogram(
  value: PickleValue | undefined,
  columns: number,
): Float64Array | null {
  const one = readNumber({ name: '', fields: new Map([['prior', value ?? null]]) }, 'prior');
  if (one.ok) return columns === 1 ? Float64Array.of(one.value) : null;
  const numbers = readNumbersOf(value);
  const isWhole =
    numbers.ok && numbers.value.length === columns && numbers.value.every(Number.isFinite);
  return isWhole ? numbers.value : null;
}

function readPredictor(
  predictor: Estimator | null,
  features: number,
  budget: Budget,
): Result<DecisionTree, ReadProblem> {
  const nodes = readArray(predictor?.fields.get('nodes'));
  if (!nodes.ok) return nodes;
  const count = nodes.value.length;
  if (nodes.value.shape.length !== 1 || count === 0)
    return err(incompleteAs(sentence('sklearn.incompleteTree', { field: 'nodes' })));
  const spent = budget.spend(count, 1);
  if (spent !== null) return err(spent);
  const { value: array } = nodes;
  const isLeaf = readField(array, 'is_leaf');
  const left = readField(array, 'left');
  const right = readField(array, 'right');
  const feature = readField(array, 'feature_idx');
  const numbers = readField(array, 'num_threshold');
  // So called before version 0.24.
  const threshold = numbers.ok ? numbers : readField(array, 'threshold');
  const values = readField(array, 'value');
  const categorical = readField(array, 'is_categorical');
  if (!isLeaf.ok) return isLeaf;
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (!feature.ok) return feature;
  if (!threshold.ok) return threshold;
  if (!values.ok) return values;
  if (categorical.ok && categorical.value.some((is, i) => is !== 0 && isLeaf.value[i] === 0)) {
    return err(ofCategories('HistGradientBoostingClassifier'));
  }
  const child = (of: Float64Array) => of.map((node, i) => (isLeaf.value[i] === 0 ? node : -1));
  const tree: DecisionTree = {
    features,
    columns: 1,
    left: child(left.value),
    right: child(right.value),
    feature: feature.value,
    threshold: threshold.value,
    values: values.value,
  };
  const fault = checkTree(tree, 'numbers');
  return fault === null ? ok(tree) : err(fault);
}

function ofCategories(name: string) {
  return unsupported(
    sentence('sklearn.categories', { model: named(name) }),
    sentence('sklearn.categoriesCure'),
  );
}
