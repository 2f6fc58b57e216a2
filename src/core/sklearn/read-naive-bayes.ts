import { err, ok, type Result } from '../result';
import { describeModel } from './describe-model';
import type { Estimator } from './estimator';
import { type Expression } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { incomplete, incompleteOfClasses, named, ofFloat32 } from './problems';
import { readClasses } from './read-classes';
import { isOfFloat64, readMatrix, readRow, transpose } from './read-matrix';
import { sentence } from '../../words/told/sentence';

/**
 * Reads a GaussianNB: the logarithm of a class's likelihood is that of its prior less half the sum of squares
 * of how many standard deviations a column is from its mean.
 */
export function readGaussian(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const count = classes.value.length;
  const means = readMatrix(estimator, 'theta_', budget);
  // The variances were called sigma_ before version 1.0.
  const variances = readMatrix(estimator, fields.has('var_') ? 'var_' : 'sigma_', budget);
  const priors = readRow(estimator, 'class_prior_', count);
  if (!means.ok) return means;
  if (!variances.ok) return variances;
  if (!priors.ok) return priors;
  if (!isOfFloat64(fields.get('theta_')))
    return err(ofFloat32(sentence('sklearn.float32', { model: named(name) })));
  const { columns: features } = means.value;
  const isWhole =
    means.value.rows === count &&
    variances.value.rows === count &&
    variances.value.columns === features &&
    variances.value.data.every((value) => value > 0);
  if (!isWhole) return err(incompleteOfClasses(name, 'theta_', 'var_'));

  const of = view.table(features);
  const squares = classes.value.map((_, c): Expression => {
    const centre = means.value.data.subarray(c * features, (c + 1) * features);
    const by = variances.value.data
      .subarray(c * features, (c + 1) * features)
      .map((variance) => 1 / Math.sqrt(variance));
    return { op: 'squares', of, centre, by };
  });
  const plus = priors.value.map((prior, c) => {
    const ofClass = variances.value.data.subarray(c * features, (c + 1) * features);
    return Math.log(prior) - ofClass.reduce((sum, v) => sum + Math.log(2 * Math.PI * v), 0) / 2;
  });
  const logarithms: Expression = {
    op: 'scale',
    of: { op: 'join', of: squares },
    by: new Float64Array(count).fill(-0.5),
    plus,
  };
  return ok(asModel(estimator, features, classes.value, logarithms));
}

/** Reads a MultinomialNB or a ComplementNB, whose logarithms of likelihoods are linear. */
export function readMultinomial(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const count = classes.value.length;
  const weights = readMatrix(estimator, 'feature_log_prob_', budget);
  if (!weights.ok) return weights;
  const priors = readRow(estimator, 'class_log_prior_', count);
  if (!priors.ok) return priors;
  if (weights.value.rows !== count || count < 2) return err(incomplete(name, 'feature_log_prob_'));
  const { columns: features } = weights.value;
  const logarithms: Expression = {
    op: 'dense',
    of: view.table(features),
    weights: transpose(weights.value),
    bias: name === 'ComplementNB' ? new Float64Array(count) : priors.value,
  };
  return ok(asModel(estimator, features, classes.value, logarithms));
}

function asModel(
  estimator: Estimator,
  features: number,
  classes: readonly string[],
  logarithms: Expression,
): Model {
  return {
    ...describeModel(estimator, features),
    classes,
    probabilities: ok({ op: 'softmax', of: logarithms }),
    decisions: null,
    sumsToOne: true,
  };
}
