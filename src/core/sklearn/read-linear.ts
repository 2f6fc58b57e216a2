import { err, ok, type Result } from '../result';
import { printable } from '../text';
import { describeModel } from './describe-model';
import { type Estimator, isBefore, readEstimator, readVersion } from './estimator';
import { type Expression, scaled, withComplement } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import {
  type ClassifierProblem,
  incompleteOfClasses,
  named,
  unsupported,
  withoutProbabilities,
} from './problems';
import { readClasses } from './read-classes';
import { readMatrix, readNumber, readRow, transpose } from './read-matrix';
import { sentence } from '../../words/told/sentence';

/** How decision values become probabilities; `sigmoids` and `ramps` of several classes are divided by their sum. */
type Link = 'softmax' | 'softmax of both signs' | 'sigmoids' | 'ramps';

/** How each kind does it; a problem for those that do not. */
const LINKS: Readonly<
  Record<string, (estimator: Estimator, classes: number) => Result<Link, ClassifierProblem>>
> = {
  LogisticRegression: linkOfRegression,
  LogisticRegressionCV: linkOfRegression,
  SGDClassifier: linkOfDescent,
  LinearDiscriminantAnalysis: linkOfDiscriminants,
  LinearSVC: ({ name }) => err(withoutProbabilities(name)),
  Perceptron: ({ name }) => err(withoutProbabilities(name)),
  PassiveAggressiveClassifier: ({ name }) => err(withoutProbabilities(name)),
  RidgeClassifier: ({ name }) => err(withoutProbabilities(name)),
  RidgeClassifierCV: ({ name }) => err(withoutProbabilities(name)),
};

export const LINEAR = Object.keys(LINKS);

/**
 * Reads a linear classifier. Its `coef_` has a row per class, or one row for the second of two.
 */
export function readLinear(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  // A RidgeClassifier keeps its classes with the binarizer that it was trained through.
  const binarizer = readEstimator(fields.get('_label_binarizer'));
  const classes = readClasses(fields.get('classes_') ?? binarizer?.fields.get('classes_'));
  if (!classes.ok) return classes;
  const coefficients = readMatrix(estimator, 'coef_', budget);
  if (!coefficients.ok) return coefficients;
  const { rows, columns: features } = coefficients.value;
  const count = classes.value.length;
  if (count < 2 || rows !== (count === 2 ? 1 : count)) {
    return err(incompleteOfClasses(name, 'coef_'));
  }
  const intercept = readIntercept(estimator, rows);
  if (!intercept.ok) return intercept;
  const decisions: Expression = {
    op: 'dense',
    of: view.table(features),
    weights: transpose(coefficients.value),
    bias: intercept.value,
  };
  const link = LINKS[name]!(estimator, count);
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: link.ok ? ok(applyLink(decisions, rows, link.value)) : link,
    decisions,
    sumsToOne: true,
  });
}

function applyLink(decisions: Expression, rows: number, link: Link): Expression {
  if (link === 'ramps') {
    // From 0 at -1 to 1 at 1.
    const clipped: Expression = { op: 'clip', of: decisions, low: -1, high: 1 };
    const of = scaled(clipped, 0.5, 0.5);
    return rows === 1 ? withComplement(of) : { op: 'normalise', of, zeros: 'become uniform' };
  }
  if (rows === 1) {
    // Two classes: the softmax of (-d, d) is the sigmoid of 2 d.
    const of: Expression = link === 'softmax of both signs' ? scaled(decisions, 2) : decisions;
    return withComplement({ op: 'sigmoid', of });
  }
  return link === 'sigmoids'
    ? { op: 'normalise', of: { op: 'sigmoid', of: decisions }, zeros: 'stay' }
    : { op: 'softmax', of: decisions };
}

/** Reads a row of numbers, or one number for all when the model was fitted without an intercept. */
function readIntercept(estimator: Estimator, rows: number): Result<Float64Array, ReadProblem> {
  const one = readNumber(estimator, 'intercept_');
  return one.ok
    ? ok(new Float64Array(rows).fill(one.value))
    : readRow(estimator, 'intercept_', rows);
}

/** Decides between the two like scikit-learn in its versions from 0.18 on. */
function linkOfRegression(estimator: Estimator, classes: number): Result<Link, ClassifierProblem> {
  const { name, fields } = estimator;
  // The option was removed in version 1.8.
  const chosen = fields.get('multi_class') ?? 'auto';
  if (chosen === 'ovr' || chosen === 'warn') return ok('sigmoids');
  if (chosen === 'multinomial') return ok('softmax of both signs');
  if (chosen !== 'auto' && chosen !== 'deprecated') {
    return err(unsupported(sentence('sklearn.unknownSetup', { name })));
  }
  const solver = fields.get('solver');
  const isBinary =
    classes <= 2 ||
    solver === 'liblinear' ||
    (solver === 'newton-cholesky' && isBefore(readVersion(estimator), 1, 6));
  return ok(isBinary ? 'sigmoids' : 'softmax');
}

function linkOfDescent({ name, fields }: Estimator): Result<Link, ClassifierProblem> {
  const loss = fields.get('loss');
  if (loss === 'log_loss' || loss === 'log') return ok('sigmoids');
  if (loss === 'modified_huber') return ok('ramps');
  return err(
    typeof loss === 'string'
      ? withoutProbabilities(
          name,
          sentence('sklearn.noProbabilitiesLoss', { model: named(name), loss: printable(loss) }),
        )
      : withoutProbabilities(name),
  );
}

/** Before version 1.0 its several sigmoids were divided by their sum, in some versions. */
function linkOfDiscriminants(
  estimator: Estimator,
  classes: number,
): Result<Link, ClassifierProblem> {
  const { name } = estimator;
  const version = readVersion(estimator);
  if (classes > 2 && (version === null || isBefore(version, 1, 0))) {
    return err(
      unsupported(
        version === null
          ? sentence('sklearn.versionUnknownOtherWay', { model: named(name) })
          : sentence('sklearn.versionOtherWay', { model: named(name), version }),
        sentence('sklearn.trainAgain', { version: '1.0' }),
      ),
    );
  }
  return ok('softmax');
}
