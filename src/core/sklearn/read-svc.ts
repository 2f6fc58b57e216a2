import { readScalar } from '../pickle/numpy/numbers';
import { err, ok, type Result } from '../result';
import { describeModel } from './describe-model';
import type { Estimator } from './estimator';
import { type Expression, scaled } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import {
  type ClassifierProblem,
  incompleteOfClasses,
  named,
  unsupported,
  withinCalibrated,
  withoutProbabilities,
} from './problems';
import { readClasses } from './read-classes';
import {
  type Matrix,
  readMatrix,
  readNumber,
  readNumbersOf,
  readRow,
  transpose,
} from './read-matrix';
import { sentence } from '../../words/told/sentence';

/** The operations that couple the probabilities of pairs grow with the square of the number of classes. */
const MOST_CLASSES = 30;
/** What libsvm keeps the probability of a pair away from 0 and 1 by. */
const EPSILON = 1e-7;

/**
 * Reads an SVC or a NuSVC: libsvm's decision between each two classes, from the kernels of a spectrum with the
 * support vectors. With probability=True, each goes through a sigmoid, and those of the pairs are coupled.
 */
export function readSvc(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const k = classes.value.length;
  if (fields.get('_sparse') === true) {
    return err(
      unsupported(
        sentence('sklearn.sparse', { model: named(name) }),
        sentence('sklearn.sparseCure', { code: 'X.toarray()' }),
      ),
    );
  }
  const vectors = readMatrix(estimator, 'support_vectors_', budget);
  if (!vectors.ok) return vectors;
  const coefficients = readMatrix(
    estimator,
    fields.has('_dual_coef_') ? '_dual_coef_' : 'dual_coef_',
    budget,
  );
  if (!coefficients.ok) return coefficients;
  const pairs = (k * (k - 1)) / 2;
  const intercept = readRow(
    estimator,
    fields.has('_intercept_') ? '_intercept_' : 'intercept_',
    pairs,
  );
  if (!intercept.ok) return intercept;
  const supports = readNumbersOf(fields.get('_n_support') ?? fields.get('n_support_'));
  if (!supports.ok) return supports;
  const isWhole =
    k >= 2 &&
    coefficients.value.rows === k - 1 &&
    coefficients.value.columns === vectors.value.rows &&
    supports.value.length === k &&
    supports.value.every((n) => Number.isInteger(n) && n >= 0) &&
    supports.value.reduce((sum, n) => sum + n, 0) === vectors.value.rows;
  if (!isWhole) return err(incompleteOfClasses(name, 'support_vectors_', 'dual_coef_'));
  const spent = budget.spendNumbers(vectors.value.rows * pairs);
  if (spent !== null) return err(spent);

  const { columns: features } = vectors.value;
  const kernels = addKernels(estimator, view.table(features), vectors.value);
  if (!kernels.ok) return kernels;
  const pairwise: Expression = {
    op: 'dense',
    of: kernels.value,
    weights: weightsOfPairs(coefficients.value, supports.value),
    bias: intercept.value,
  };
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: addProbabilities(estimator, pairwise, k),
    // With two classes scikit-learn turns libsvm's sign round.
    decisions:
      k === 2
        ? scaled(pairwise, -1)
        : addVotes(pairwise, k, fields.get('decision_function_shape') === 'ovr'),
    sumsToOne: true,
  });
}

function addKernels(
  estimator: Estimator,
  of: Expression,
  vectors: Matrix,
): Result<Expression, ReadProblem> {
  const { name, fields } = estimator;
  const kernel = fields.get('kernel');
  const products: Expression = {
    op: 'dense',
    of,
    weights: transpose(vectors),
    bias: new Float64Array(vectors.rows),
  };
  if (kernel === 'linear') return ok(products);
  const gamma = readNumber(estimator, '_gamma');
  if (!gamma.ok) return gamma;
  if (kernel === 'rbf') {
    const { data, rows } = vectors;
    const distances: Expression = { op: 'distances', of, points: data, columns: rows };
    return ok({ op: 'exp', of: scaled(distances, -gamma.value) });
  }
  const shift = readNumber(estimator, 'coef0');
  if (!shift.ok) return shift;
  const shifted = scaled(products, gamma.value, shift.value);
  if (kernel === 'sigmoid') return ok({ op: 'tanh', of: shifted });
  const degree = readScalar(fields.get('degree'));
  if (kernel === 'poly' && degree !== null && Number.isInteger(degree) && degree >= 0) {
    return ok({ op: 'power', of: shifted, exponent: degree });
  }
  return err(unsupported(sentence('sklearn.ownKernel', { model: named(name) })));
}

/** @returns [support vectors x pairs]; the vectors are sorted by class */
function weightsOfPairs({ columns, data }: Matrix, supports: Float64Array): Float64Array {
  const k = supports.length;
  const pairs = (k * (k - 1)) / 2;
  const weights = new Float64Array(columns * pairs);
  const starts = [0];
  for (const count of supports) starts.push(starts.at(-1)! + count);
  let pair = 0;
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      for (let v = starts[i]!; v < starts[i + 1]!; v++) {
        weights[v * pairs + pair] = data[(j - 1) * columns + v]!;
      }
      for (let v = starts[j]!; v < starts[j + 1]!; v++) {
        weights[v * pairs + pair] = data[i * columns + v]!;
      }
      pair++;
    }
  }
  return weights;
}

function addProbabilities(
  estimator: Estimator,
  pairwise: Expression,
  k: number,
): Result<Expression, ClassifierProblem> {
  const { name, fields } = estimator;
  const field = fields.has('_probA') ? ['_probA', '_probB'] : ['probA_', 'probB_'];
  const pairs = (k * (k - 1)) / 2;
  const slopes = readRow(estimator, field[0]!, pairs);
  const shifts = readRow(estimator, field[1]!, pairs);
  if (!slopes.ok || !shifts.ok) {
    return err(
      withoutProbabilities(
        name,
        sentence('sklearn.noProbabilitiesWithout', {
          model: named(name),
          option: 'probability=True',
        }),
      ),
    );
  }
  if (k > MOST_CLASSES) {
    return err(
      unsupported(
        sentence('sklearn.tooManyClasses', { model: named(name), count: k, most: MOST_CLASSES }),
        withinCalibrated(name),
      ),
    );
  }
  const turned = slopes.value.map((slope) => -slope);
  const of: Expression = {
    op: 'sigmoid',
    of: { op: 'scale', of: pairwise, by: turned, plus: shifts.value.map((shift) => -shift) },
  };
  const clipped: Expression = { op: 'clip', of, low: EPSILON, high: 1 - EPSILON };
  return ok({ op: 'couple', of: clipped, classes: k });
}

/** The votes of the pairs for each class, and between equal ones their confidence; or the pairs themselves. */
function addVotes(pairwise: Expression, k: number, isOneVsRest: boolean): Expression {
  if (!isOneVsRest) return pairwise;
  const pairs = (k * (k - 1)) / 2;
  const signs = new Float64Array(pairs * k);
  const losses = new Float64Array(k);
  let pair = 0;
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      signs[pair * k + i] = 1;
      signs[pair * k + j] = -1;
      losses[j]! += 1;
      pair++;
    }
  }
  const votes: Expression = {
    op: 'dense',
    of: { op: 'is positive', of: pairwise },
    weights: signs,
    bias: losses,
  };
  const confidences: Expression = {
    op: 'dense',
    of: pairwise,
    weights: signs,
    bias: new Float64Array(k),
  };
  return { op: 'add', of: [votes, { op: 'squash', of: confidences }] };
}
