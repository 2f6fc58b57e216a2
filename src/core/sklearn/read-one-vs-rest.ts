import { listItems, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { CLASSIFIER_LIMITS } from './budget';
import { describeModel } from './describe-model';
import { type Estimator, readCount, readEstimator } from './estimator';
import { type Expression, joinColumn, withComplement } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { type ClassifierProblem, incomplete, incompleteAs, tooMuch, unsupported } from './problems';
import { readClasses } from './read-classes';
import { readNumbersOf } from './read-matrix';
import { sentence } from '../../words/told/sentence';

/** What is known of one class. */
interface Positive {
  /** Probabilities of the other classes and of this one; or one column of the latter. */
  readonly probability: Result<Expression, ClassifierProblem>;
  /** One column; null when the estimator has no `decision_function`. */
  readonly decision: Expression | null;
  readonly features: number | null;
}

/**
 * Reads a OneVsRestClassifier: the second class's probability of each estimator, divided by their sum unless
 * it was trained on several labels at once. Its classes are those of its binarizer.
 */
export function readOneVsRest(
  estimator: Estimator,
  context: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const binarizer = readEstimator(fields.get('label_binarizer_'));
  const classes = readClasses(binarizer?.fields.get('classes_'));
  const targets = binarizer?.fields.get('y_type_');
  const members = listItems(fields.get('estimators_'));
  if (!classes.ok) return classes;
  if (typeof targets !== 'string') return err(incomplete(name, 'label_binarizer_'));
  if (members === null) return err(incomplete(name, 'estimators_'));
  if (members.length > CLASSIFIER_LIMITS.estimators) {
    return err(tooMuch(sentence('sklearn.limitEstimators', { count: members.length })));
  }
  // A single estimator represents the second of two classes, and its complement the first.
  const expected = classes.value.length === 2 && members.length === 1 ? 1 : classes.value.length;
  if (members.length !== expected || classes.value.length < 2) {
    return err(
      unsupported(
        sentence('sklearn.estimatorsForClasses', {
          estimators: members.length,
          classes: classes.value.length,
        }),
      ),
    );
  }

  const parts: Expression[] = [];
  const decisions: Expression[] = [];
  let problem: ClassifierProblem | null = null;
  let features = readCount(fields.get('n_features_in_'));
  for (const member of members) {
    const positive = readPositive(member, context);
    if (!positive.ok) return positive;
    features ??= positive.value.features;
    if (positive.value.features !== null && positive.value.features !== features) {
      return err(
        incompleteAs(sentence('sklearn.incompleteFeaturesOfEstimators', { estimator: name })),
      );
    }
    const { probability, decision } = positive.value;
    if (probability.ok) parts.push(probability.value);
    else problem ??= probability.error;
    if (decision !== null) decisions.push(decision);
  }
  const isOfSeveralLabels = targets.startsWith('multilabel');
  const inner = readEstimator(fields.get('estimator'));
  return ok({
    ...describeModel(estimator, features),
    name: inner === null ? name : `${name} of ${inner.name}`,
    classes: classes.value,
    probabilities:
      problem === null ? ok(combine(parts, classes.value.length, isOfSeveralLabels)) : err(problem),
    decisions: decisions.length === members.length ? { op: 'join', of: decisions } : null,
    sumsToOne: !isOfSeveralLabels,
  });
}

function combine(parts: Expression[], classes: number, isOfSeveralLabels: boolean): Expression {
  const positives = joinColumn(parts, 1);
  if (parts.length < classes) return withComplement(positives);
  return isOfSeveralLabels ? positives : { op: 'normalise', of: positives, zeros: 'stay' };
}

function readPositive(
  value: PickleValue,
  { read, view }: ReadContext,
): Result<Positive, ReadProblem> {
  const estimator = readEstimator(value);
  if (estimator?.name === '_ConstantPredictor') {
    const numbers = readNumbersOf(estimator.fields.get('y_'));
    if (!numbers.ok) return numbers;
    const [probability, ...others] = numbers.value;
    if (others.length > 0 || (probability !== 0 && probability !== 1)) {
      return err(incomplete(estimator.name, 'y_'));
    }
    const constant = { op: 'constant', value: probability } as const;
    return ok({ probability: ok(constant), decision: constant, features: null });
  }
  const model = read(value, view);
  if (!model.ok) return model;
  const { classes, probabilities, decisions, features } = model.value;
  return classes.length === 2
    ? ok({ probability: probabilities, decision: decisions, features })
    : err(unsupported(sentence('sklearn.oneOfClasses', { count: classes.length })));
}
