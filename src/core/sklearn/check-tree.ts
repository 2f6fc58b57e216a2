import { CLASSIFIER_LIMITS } from './budget';
import type { DecisionTree } from './classifier';
import { brokenTree, type ClassifierProblem, tooMuch } from './problems';

/**
 * Checks that it is a tree. Each node except the root must have one parent, which comes before it
 * (scikit-learn adds nodes in that order): so there is no cycle, and every node can be reached.
 */
export function checkTree(tree: DecisionTree): ClassifierProblem | null {
  const { left, right, feature, threshold, fractions, features, classes } = tree;
  const depths = new Float64Array(left.length);
  for (let node = 0; node < left.length; node++) {
    const depth = depths[node]!;
    if (node > 0 && depth === 0) return brokenTree(`has the node ${node}, which no other leads to`);
    if (depth > CLASSIFIER_LIMITS.depth) {
      return tooMuch(`a tree is more than ${CLASSIFIER_LIMITS.depth} levels deep`);
    }
    if (left[node] === -1 && right[node] === -1) {
      if (!isDistribution(fractions, node * classes, classes)) {
        return brokenTree(`has the leaf ${node}, whose values are no counts of classes`);
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
    if (!Number.isFinite(threshold[node])) {
      return brokenTree(`has the node ${node}, whose threshold is no finite number`);
    }
  }
  return null;
}

function isDistribution(fractions: Float64Array, start: number, classes: number): boolean {
  for (let c = start; c < start + classes; c++) {
    if (!(fractions[c]! >= 0 && fractions[c]! <= 1)) return false;
  }
  return true;
}
