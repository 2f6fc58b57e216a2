import { CLASSIFIER_LIMITS } from './budget';
import type { DecisionTree } from './decision-tree';
import { brokenTree, type ClassifierProblem, tooMuch } from './problems';

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
    if (node > 0 && depth === 0) return brokenTree(`has the node ${node}, which no other leads to`);
    if (depth > CLASSIFIER_LIMITS.depth) {
      return tooMuch(`a tree is more than ${CLASSIFIER_LIMITS.depth} levels deep`);
    }
    if (left[node] === -1 && right[node] === -1) {
      const row = values.subarray(node * columns, (node + 1) * columns);
      if (kind === 'fractions' && !row.every((value) => value >= 0 && value <= 1)) {
        return brokenTree(`has the leaf ${node}, whose values are no counts of classes`);
      }
      if (!row.every(Number.isFinite)) {
        return brokenTree(`has the leaf ${node}, whose value is no finite number`);
      }
      continue;
    }
    for (const child of [left[node]!, right[node]!]) {
      if (!(Number.isInteger(child) && child > node && child < left.length)) {
        return brokenTree(`has the node ${node}, which leads to no node that comes after it`);
      }
      if (depths[child] !== 0) return brokenTree(`has the node ${child} twice`);
      depths[child] = depth + 1;
    }
    const column = feature[node]!;
    if (!(Number.isInteger(column) && column >= 0 && column < features)) {
      return brokenTree(`asks for feature ${column} of ${features}`);
    }
    // Gradient boosting on histograms has the threshold infinity where all numbers go left.
    const isAll = kind === 'numbers' && threshold[node] === Infinity;
    if (!isAll && !Number.isFinite(threshold[node])) {
      return brokenTree(`has the node ${node}, whose threshold is no finite number`);
    }
  }
  return null;
}
