import { readArray } from '../pickle/numpy/array';
import { readNumbers } from '../pickle/numpy/numbers';
import type { ArrayProblem } from '../pickle/numpy/problems';
import { listItems, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { type Budget, CLASSIFIER_LIMITS } from './budget';
import type { OneVsRestScorer, PositiveScorer } from './classifier';
import { type Estimator, readCount, readEstimator } from './estimator';
import { type ClassifierProblem, incomplete, tooMuch, unsupported } from './problems';
import { readClasses } from './read-classes';
import { isForest, readForest } from './read-forest';

export interface ReadOneVsRest {
  readonly scorer: OneVsRestScorer;
  readonly classes: readonly string[];
  readonly features: number | null;
}

interface Positive {
  readonly scorer: PositiveScorer;
  readonly features: number | null;
}

/** Reads a OneVsRestClassifier of trees, forests and constants; its classes are those of its binarizer. */
export function readOneVsRest(
  { name, fields }: Estimator,
  budget: Budget,
): Result<ReadOneVsRest, ClassifierProblem | ArrayProblem> {
  const binarizer = readEstimator(fields.get('label_binarizer_'));
  const classes = readClasses(binarizer?.fields.get('classes_'));
  const targets = binarizer?.fields.get('y_type_');
  const members = listItems(fields.get('estimators_'));
  if (!classes.ok) return classes;
  if (typeof targets !== 'string') return err(incomplete(name, 'label_binarizer_'));
  if (members === null) return err(incomplete(name, 'estimators_'));
  if (members.length > CLASSIFIER_LIMITS.estimators) {
    return err(tooMuch(`it has ${members.length} estimators`));
  }
  // A single estimator represents the second of two classes, and its complement the first.
  const expected = classes.value.length === 2 && members.length === 1 ? 1 : classes.value.length;
  if (members.length !== expected || classes.value.length < 2) {
    return err(
      unsupported(
        `The model has ${members.length} estimators for ${classes.value.length} classes.`,
      ),
    );
  }

  const estimators: PositiveScorer[] = [];
  let features = readCount(fields.get('n_features_in_'));
  for (const member of members) {
    const positive = readPositive(member, budget);
    if (!positive.ok) return positive;
    features ??= positive.value.features;
    if (positive.value.features !== null && positive.value.features !== features) {
      return err(incomplete(name, 'number of features: its estimators take different ones'));
    }
    estimators.push(positive.value.scorer);
  }
  const scorer: OneVsRestScorer = {
    kind: 'one-vs-rest',
    estimators,
    normalise: !targets.startsWith('multilabel'),
  };
  return ok({ scorer, classes: classes.value, features });
}

function readPositive(
  value: PickleValue,
  budget: Budget,
): Result<Positive, ClassifierProblem | ArrayProblem> {
  const estimator = readEstimator(value);
  if (estimator?.name === '_ConstantPredictor') {
    const array = readArray(estimator.fields.get('y_'));
    if (!array.ok) return array;
    if (array.value.length !== 1) return err(incomplete(estimator.name, 'y_'));
    const numbers = readNumbers(array.value);
    if (!numbers.ok) return numbers;
    const probability = numbers.value[0]!;
    return probability === 0 || probability === 1
      ? ok({ scorer: { kind: 'constant', probability }, features: null })
      : err(incomplete(estimator.name, 'y_'));
  }
  if (estimator === null || !isForest(estimator)) {
    return err(
      unsupported(
        `The model has a OneVsRestClassifier of ${estimator?.name ?? 'something else'}, which cannot be imported.`,
      ),
    );
  }
  const forest = readForest(estimator, budget);
  if (!forest.ok) return forest;
  const { scorer, classes, features } = forest.value;
  return classes === 2
    ? ok({ scorer, features })
    : err(unsupported(`One of the model's estimators has ${classes} classes, not 2.`));
}
