import { readArray } from '../pickle/numpy/array';
import { readField, readNumbers } from '../pickle/numpy/numbers';
import type { ArrayProblem } from '../pickle/numpy/problems';
import { asRecord, dictEntries, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { type Budget, CLASSIFIER_LIMITS } from './budget';
import { checkTree } from './check-tree';
import type { DecisionTree } from './classifier';
import { readCount } from './estimator';
import { type ClassifierProblem, incomplete, tooMuch } from './problems';

/**
 * Reads a `sklearn.tree._tree.Tree`. It is constructed from (features, classes of each output, outputs), and
 * its state has `nodes`, an array of records, and `values` [nodes, outputs, classes]. The values are weighted
 * counts up to scikit-learn 1.2 and fractions from 1.3 on; both become fractions.
 */
export function readTree(
  value: PickleValue | undefined,
  budget: Budget,
): Result<DecisionTree, ClassifierProblem | ArrayProblem> {
  const record = asRecord(value);
  const state = dictEntries(record?.state);
  const features = readCount(record?.args[0]);
  const nodes = readArray(state?.get('nodes'));
  const values = readArray(state?.get('values'));
  if (record?.of !== 'Tree' || features === null) return err(incomplete('tree', 'tree_'));
  if (!nodes.ok) return nodes;
  if (!values.ok) return values;

  const count = nodes.value.length;
  const [rows, outputs, classes = 0] = values.value.shape;
  const isWhole =
    nodes.value.shape.length === 1 &&
    count > 0 &&
    readCount(state?.get('node_count')) === count &&
    values.value.shape.length === 3 &&
    rows === count &&
    outputs === 1 &&
    classes > 0;
  if (!isWhole) return err(incomplete('tree', 'nodes and values of one output'));
  if (classes > CLASSIFIER_LIMITS.classes) return err(tooMuch(`a tree has ${classes} classes`));
  const spent = budget.spend(count, classes);
  if (spent !== null) return err(spent);

  const left = readField(nodes.value, 'left_child');
  const right = readField(nodes.value, 'right_child');
  const feature = readField(nodes.value, 'feature');
  const threshold = readField(nodes.value, 'threshold');
  const counts = readNumbers(values.value);
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (!feature.ok) return feature;
  if (!threshold.ok) return threshold;
  if (!counts.ok) return counts;
  const tree: DecisionTree = {
    features,
    classes,
    left: left.value,
    right: right.value,
    feature: feature.value,
    threshold: threshold.value,
    fractions: normaliseRows(counts.value, classes),
  };
  const fault = checkTree(tree);
  return fault === null ? ok(tree) : err(fault);
}

/** Divides each row of `values` by its sum, in place. A row of zeros is unchanged, as in scikit-learn. */
function normaliseRows(values: Float64Array, columns: number): Float64Array {
  for (let start = 0; start < values.length; start += columns) {
    let sum = 0;
    for (let c = start; c < start + columns; c++) sum += values[c]!;
    if (sum === 0) continue;
    for (let c = start; c < start + columns; c++) values[c]! /= sum;
  }
  return values;
}
