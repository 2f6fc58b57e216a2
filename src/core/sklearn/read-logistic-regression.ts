import { readArray } from '../pickle/numpy/array';
import { readNumbers, readScalar } from '../pickle/numpy/numbers';
import type { ArrayProblem } from '../pickle/numpy/problems';
import type { PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { CLASSIFIER_LIMITS } from './budget';
import type { LinearScorer } from './classifier';
import { type Estimator, readVersion } from './estimator';
import { type ClassifierProblem, incomplete, tooMuch, unsupported } from './problems';
import { readClasses } from './read-classes';

export interface ReadLinear {
  readonly scorer: LinearScorer;
  readonly classes: readonly string[];
  readonly features: number;
}

/**
 * Reads a LogisticRegression. Its `coef_` has a row per class, or one row for the second of two. As in
 * `predict_proba`, the decision values go through a softmax when the model is multinomial, else through
 * sigmoids that are divided by their sum. For two classes: the softmax of (-d, d) when `multi_class` was set
 * to multinomial, else one sigmoid, which is the softmax of (0, d).
 */
export function readLogisticRegression(
  estimator: Estimator,
): Result<ReadLinear, ClassifierProblem | ArrayProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  const coefficients = readMatrix(fields.get('coef_'));
  if (!classes.ok) return classes;
  if (!coefficients.ok) return coefficients;
  const { rows, columns: features, data } = coefficients.value;
  const count = classes.value.length;
  if (rows !== (count === 2 ? 1 : count)) return err(incomplete(name, 'coef_ of its classes'));
  const intercept = readIntercept(fields.get('intercept_'), rows);
  if (intercept === null) return err(incomplete(name, 'intercept_'));
  if (!data.every(Number.isFinite) || !intercept.every(Number.isFinite)) {
    return err(incomplete(name, 'coef_: a number in it is not finite'));
  }
  const link = readLink(estimator, count);
  if (link === null) {
    return err(
      unsupported('The LogisticRegression in the model file was set up in an unknown way.'),
    );
  }
  if (rows === count) {
    const scorer: LinearScorer = { kind: 'linear', weights: data, bias: intercept, link };
    return ok({ scorer, classes: classes.value, features });
  }
  const scorer = secondOfTwo(data, intercept[0]!, link);
  return ok({ scorer, classes: classes.value, features });
}

/** Expands one row of decision values d to two rows: the softmax of (-d, d), or of (0, d). */
function secondOfTwo(
  row: Float64Array,
  intercept: number,
  link: LinearScorer['link'],
): LinearScorer {
  const first = link === 'softmax' ? -1 : 0;
  const weights = new Float64Array(2 * row.length);
  weights.set(row.map((weight) => first * weight));
  weights.set(row, row.length);
  const bias = Float64Array.of(first * intercept, intercept);
  return { kind: 'linear', weights, bias, link: 'softmax' };
}

/** Decides between the two like scikit-learn in its versions from 0.22 on. */
function readLink(estimator: Estimator, classes: number): LinearScorer['link'] | null {
  const { fields } = estimator;
  // The option was removed in version 1.8.
  const chosen = fields.get('multi_class') ?? 'auto';
  if (chosen === 'ovr' || chosen === 'warn') return 'sigmoids';
  if (chosen === 'multinomial') return 'softmax';
  if (chosen !== 'auto' && chosen !== 'deprecated') return null;
  const solver = fields.get('solver');
  const isBinary =
    classes <= 2 ||
    solver === 'liblinear' ||
    (solver === 'newton-cholesky' && isBefore(readVersion(estimator), 1, 6));
  return isBinary ? 'sigmoids' : 'softmax';
}

function isBefore(version: string | null, major: number, minor: number): boolean {
  const [itsMajor = 0, itsMinor = 0] = (version ?? '').split('.').map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

function readMatrix(
  value: PickleValue | undefined,
): Result<Matrix, ClassifierProblem | ArrayProblem> {
  const array = readArray(value);
  if (!array.ok) return array;
  const [rows, columns] = array.value.shape;
  if (array.value.shape.length !== 2 || rows === undefined || columns === undefined) {
    return err(incomplete('LogisticRegression', 'coef_'));
  }
  if (array.value.length > CLASSIFIER_LIMITS.values) {
    return err(tooMuch(`it has ${array.value.length} coefficients`));
  }
  const data = readNumbers(array.value);
  return data.ok ? ok({ rows, columns, data: data.value }) : data;
}

/** Reads a row of numbers, or one number for all when the model was fitted without an intercept. */
function readIntercept(value: PickleValue | undefined, rows: number): Float64Array | null {
  const one = readScalar(value);
  if (one !== null) return new Float64Array(rows).fill(one);
  const array = readArray(value);
  if (!array.ok || array.value.length !== rows) return null;
  const numbers = readNumbers(array.value);
  return numbers.ok ? numbers.value : null;
}
