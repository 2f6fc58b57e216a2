import { CLASSIFIER_LIMITS } from './budget';
import type { DecisionTree } from './decision-tree';
import { brokenTree, type ClassifierProblem, tooMuch } from './problems';
import { sentence } from '../../words/told/sentence';

/**
 * Checks that it is a tree. Each node except the root must have one parent, which comes before it
 * (scikit-learn adds nodes in that order): so there is no cycle, and every node can be reached.
 */
export function checkTree(
  tree: DecisionTree,
  kind: 'fractions' | 'numbers',
): ClassifierProblem | null {
  const { left, right, feature, threshold, values, features, columns } = tree;
  const depths = new Float64Array(left.length);
  for (let node = 0; node < left.length; node++) {
    const depth = depths[node]!;
    if (node > 0 && depth === 0) return brokenTree(sentence('sklearn.treeNodeAlone', { node }));
    if (depth > CLASSIFIER_LIMITS.depth) {
      return tooMuch(sentence('sklearn.limitDepth', { most: CLASSIFIER_LIMITS.depth }));
    }
    if (left[node] === -1 && right[node] === -1) {
      const row = values.subarray(node * columns, (node + 1) * columns);
      if (kind === 'fractions' && !row.every((value) => value >= 0 && value <= 1)) {
        return brokenTree(sentence('sklearn.treeLeafCounts', { node }));
      }
      if (!row.every(Number.isFinite)) {
        return brokenTree(sentence('sklearn.treeLeafNumber', { node }));
      }
      continue;
    }
    for (const child of [left[node]!, right[node]!]) {
      if (!(Number.isInteger(child) && child > node && child < left.length)) {
        return brokenTree(sentence('sklearn.treeNodeOrder', { node }));
      }
      if (depths[child] !== 0)
        return brokenTree(sentence('sklearn.treeNodeTwice', { node: child }));
      depths[child] = depth + 1;
    }
    const column = feature[node]!;
    if (!(Number.isInteger(column) && column >= 0 && column < features)) {
      return brokenTree(sentence('sklearn.treeFeature', { feature: column, count: features }));
    }
    // Gradient boosting on histograms has the threshold infinity where all numbers go left.
    const isAll = kind === 'numbers' && threshold[node] === Infinity;
    if (!isAll && !Number.isFinite(threshold[node])) {
      return brokenTree(sentence('sklearn.treeNodeThreshold', { node }));
    }
  }
  return null;
}
