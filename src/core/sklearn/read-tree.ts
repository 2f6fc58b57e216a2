import { type NumpyArray, readArray } from '../pickle/numpy/array';
import { readField, readNumbers } from '../pickle/numpy/numbers';
import { asRecord, dictEntries, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { type Budget, CLASSIFIER_LIMITS } from './budget';
import { checkTree } from './check-tree';
import type { DecisionTree } from './decision-tree';
import { readCount } from './estimator';
import { type ClassifierProblem, incompleteAs, tooMuch, unsupported } from './problems';
import type { ReadProblem } from './model';
import { sentence } from '../../words/told/sentence';

/**
 * Reads a `sklearn.tree._tree.Tree`. It is constructed from (features, classes of each output, outputs), and
 * its state has `nodes`, an array of records, and `values` [nodes, outputs, classes]. A classifier's values are
 * weighted counts up to scikit-learn 1.2 and fractions from 1.3 on; both become fractions.
 *
 * @param kind what the values are: of a classifier, or one number of a regressor
 */
export function readTree(
  value: PickleValue | undefined,
  budget: Budget,
  kind: 'fractions' | 'numbers',
): Result<DecisionTree, ReadProblem> {
  const record = asRecord(value);
  const state = dictEntries(record?.state);
  const features = readCount(record?.args[0]);
  const nodes = readArray(state?.get('nodes'));
  const values = readArray(state?.get('values'));
  if (record?.of !== 'Tree' || features === null)
    return err(incompleteAs(sentence('sklearn.incompleteTree', { field: 'tree_' })));
  if (!nodes.ok) return nodes;
  if (!values.ok) return values;

  const count = nodes.value.length;
  const [rows, outputs, columns = 0] = values.value.shape;
  const isWhole =
    nodes.value.shape.length === 1 &&
    count > 0 &&
    readCount(state?.get('node_count')) === count &&
    values.value.shape.length === 3 &&
    rows === count &&
    outputs === 1 &&
    (kind === 'fractions' ? columns > 0 : columns === 1);
  if (!isWhole) return err(incompleteAs(sentence('sklearn.incompleteTreeOutput')));
  if (columns > CLASSIFIER_LIMITS.classes)
    return err(tooMuch(sentence('sklearn.limitTreeClasses', { count: columns })));
  const spent = budget.spend(count, columns);
  if (spent !== null) return err(spent);

  const left = readField(nodes.value, 'left_child');
  const right = readField(nodes.value, 'right_child');
  const feature = readField(nodes.value, 'feature');
  const threshold = readField(nodes.value, 'threshold');
  const numbers = readNumbers(values.value);
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (!feature.ok) return feature;
  if (!threshold.ok) return threshold;
  if (!numbers.ok) return numbers;
  const tree: DecisionTree = {
    features,
    columns,
    left: left.value,
    right: right.value,
    feature: feature.value,
    threshold: threshold.value,
    values: kind === 'fractions' ? normaliseRows(numbers.value, columns) : numbers.value,
  };
  const fault = checkTree(tree, kind) ?? findCategories(nodes.value, tree);
  return fault === null ? ok(tree) : err(fault);
}

/** From scikit-learn 1.10 on a node may ask for a category instead of comparing a number. */
function findCategories(nodes: NumpyArray, tree: DecisionTree): ClassifierProblem | null {
  for (const name of ['split_kind', 'is_categorical']) {
    const kinds = readField(nodes, name);
    if (!kinds.ok) continue;
    const node = kinds.value.findIndex((of, i) => of !== 0 && tree.left[i] !== -1);
    if (node >= 0) {
      return unsupported(
        sentence('sklearn.treeCategory', { node, name }),
        sentence('sklearn.categoriesCure'),
      );
    }
  }
  return null;
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
