import type { TestRegression, TestTree } from './sklearn';

/**
 * Computes scikit-learn's `predict_proba` of test models in float64, written from its documentation. The graphs
 * are compared with it.
 */
function predictTree({ nodes, classes }: TestTree, row: Float32Array): number[] {
  let node = nodes[0];
  while (node !== undefined && !('counts' in node)) {
    node = nodes[(row[node.feature] ?? NaN) <= node.threshold ? node.left : node.right];
  }
  const counts = node?.counts ?? Array.from({ length: classes }, () => 0);
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => (sum === 0 ? 0 : count / sum));
}

export function predictForest(trees: readonly TestTree[], row: Float32Array): number[] {
  const answers = trees.map((tree) => predictTree(tree, row));
  return (answers[0] ?? []).map(
    (_, c) => answers.reduce((sum, answer) => sum + (answer[c] ?? 0), 0) / trees.length,
  );
}

/** @param positives probabilities of each estimator's second class */
export function combineOneVsRest(positives: readonly number[], normalise: boolean): number[] {
  const row = positives.length === 1 ? [1 - (positives[0] ?? 0), ...positives] : positives;
  const sum = row.reduce((total, p) => total + p, 0);
  return row.map((p) => (normalise && sum > 0 ? p / sum : p));
}

export function decisions({ coefficients, intercept }: TestRegression, row: readonly number[]) {
  return coefficients.map((weights, c) =>
    weights.reduce((sum, weight, f) => sum + weight * (row[f] ?? 0), intercept[c] ?? 0),
  );
}

export function softmax(values: readonly number[]): number[] {
  const largest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
