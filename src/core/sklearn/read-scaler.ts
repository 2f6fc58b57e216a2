import { readArray } from '../pickle/numpy/array';
import { readNumbers } from '../pickle/numpy/numbers';
import type { ArrayProblem } from '../pickle/numpy/problems';
import type { PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import type { LinearScorer } from './classifier';
import type { Estimator } from './estimator';
import { type ClassifierProblem, incomplete } from './problems';

/** A StandardScaler, which subtracts `mean` from a column and divides it by `scale`. */
export interface Scaler {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
}

export function readScaler(
  { name, fields }: Estimator,
  features: number,
): Result<Scaler, ClassifierProblem | ArrayProblem> {
  const column = (
    used: PickleValue | undefined,
    value: PickleValue | undefined,
    otherwise: number,
  ): Result<Float64Array, ArrayProblem> => {
    if (used === false) return ok(new Float64Array(features).fill(otherwise));
    const array = readArray(value);
    return array.ok ? readNumbers(array.value) : array;
  };
  const mean = column(fields.get('with_mean'), fields.get('mean_'), 0);
  const scale = column(fields.get('with_std'), fields.get('scale_'), 1);
  if (!mean.ok) return mean;
  if (!scale.ok) return scale;
  const isWhole =
    mean.value.length === features &&
    scale.value.length === features &&
    mean.value.every(Number.isFinite) &&
    scale.value.every((value) => Number.isFinite(value) && value > 0);
  return isWhole
    ? ok({ mean: mean.value, scale: scale.value })
    : err(incomplete(name, `mean_ and scale_ of ${features} columns`));
}

/** Makes the linear scorer for raw columns that equals this one for scaled columns. */
export function foldScaler(scorer: LinearScorer, { mean, scale }: Scaler): LinearScorer {
  const weights = scorer.weights.map((weight, i) => weight / scale[i % scale.length]!);
  const bias = scorer.bias.map((value, row) => {
    let sum = value;
    for (let f = 0; f < mean.length; f++) sum -= weights[row * mean.length + f]! * mean[f]!;
    return sum;
  });
  return { ...scorer, weights, bias };
}
