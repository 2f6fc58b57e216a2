import type { ArrayProblem } from '../pickle/numpy/problems';
import { isHolder, listItems, type PickleValue, tupleItems } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { Budget } from './budget';
import type { Classifier } from './classifier';
import { type Estimator, readEstimator, readVersion } from './estimator';
import { type ClassifierProblem, incomplete, unsupported } from './problems';
import { readClasses } from './read-classes';
import { isForest, readForest } from './read-forest';
import { readLogisticRegression } from './read-logistic-regression';
import { readOneVsRest } from './read-one-vs-rest';
import { foldScaler, readScaler } from './read-scaler';

type ReadProblem = ClassifierProblem | ArrayProblem;

/**
 * Reads the numbers of a classifier from the value of a pickle.
 *
 * Supports scikit-learn 0.22 to 1.7; the attributes are those of the classes' documented state. Whatever a
 * classifier's `predict_proba` does not depend on is ignored.
 */
export function readClassifier(value: PickleValue): Result<Classifier, ReadProblem> {
  const estimator = readEstimator(value);
  if (estimator === null) {
    return err(unsupported(`The model file holds ${describe(value)}, not a classifier.`));
  }
  const { name } = estimator;
  const version = readVersion(estimator);
  if (isForest(estimator)) {
    const classes = readClasses(estimator.fields.get('classes_'));
    if (!classes.ok) return classes;
    const forest = readForest(estimator, new Budget());
    return forest.ok ? ok({ name, version, ...forest.value, classes: classes.value }) : forest;
  }
  if (name === 'OneVsRestClassifier') {
    const model = readOneVsRest(estimator, new Budget());
    return model.ok ? ok({ name: describeOneVsRest(estimator), version, ...model.value }) : model;
  }
  if (name === 'LogisticRegression') {
    const linear = readLogisticRegression(estimator);
    return linear.ok ? ok({ name, version, ...linear.value }) : linear;
  }
  if (name === 'Pipeline') return readPipeline(estimator);
  return err(unsupported(`The model file holds a ${name}, which is no classifier.`));
}

/** Reads a Pipeline of a StandardScaler and a LogisticRegression, or of a single classifier. */
function readPipeline(pipeline: Estimator): Result<Classifier, ReadProblem> {
  const steps = (listItems(pipeline.fields.get('steps')) ?? []).map(
    (step) => tupleItems(step)?.[1],
  );
  const [first, second] = steps.map(readEstimator);
  if (steps.length === 1 && first !== null && first?.name !== 'Pipeline') {
    return readClassifier(steps[0] ?? null);
  }
  const isScaled =
    steps.length === 2 && first?.name === 'StandardScaler' && second?.name === 'LogisticRegression';
  if (!isScaled) {
    const names = steps.map((step) => readEstimator(step)?.name ?? 'something else');
    return err(
      names.length === 0
        ? incomplete('Pipeline', 'steps')
        : unsupported(`The model is a Pipeline of ${names.slice(0, 5).join(', ')}.`),
    );
  }
  const linear = readLogisticRegression(second);
  if (!linear.ok) return linear;
  const scaler = readScaler(first, linear.value.features);
  if (!scaler.ok) return scaler;
  return ok({
    ...linear.value,
    name: 'LogisticRegression behind a StandardScaler',
    version: readVersion(pipeline) ?? readVersion(second),
    scorer: foldScaler(linear.value.scorer, scaler.value),
  });
}

function describeOneVsRest({ name, fields }: Estimator): string {
  const inner = readEstimator(fields.get('estimator'));
  return inner === null ? name : `${name} of ${inner.name}`;
}

function describe(value: PickleValue): string {
  if (value === null) return 'nothing';
  if (value instanceof Uint8Array) return 'bytes';
  if (isHolder(value)) return value.kind === 'record' ? `a ${value.of}` : `a ${value.kind}`;
  return typeof value === 'object' ? 'a class' : `a ${typeof value}`;
}
