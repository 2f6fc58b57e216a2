import { readArray } from '../pickle/numpy/array';
import { readLabels } from '../pickle/numpy/labels';
import type { ArrayProblem } from '../pickle/numpy/problems';
import type { PickleValue } from '../pickle/value';
import { err, type Result } from '../result';
import { CLASSIFIER_LIMITS } from './budget';
import { type ClassifierProblem, incompleteAs, tooMuch } from './problems';
import { sentence } from '../../words/told/sentence';

const NO_CLASSES = sentence('sklearn.incompleteClassifier', { field: 'classes_' });

/** Reads `classes_` of a classifier as text: at least one class, no two alike, none too long for a name. */
export function readClasses(
  value: PickleValue | undefined,
): Result<string[], ClassifierProblem | ArrayProblem> {
  if (value === undefined) return err(incompleteAs(NO_CLASSES));
  const array = readArray(value);
  if (!array.ok) return array;
  const { shape, length } = array.value;
  if (length > CLASSIFIER_LIMITS.classes)
    return err(tooMuch(sentence('sklearn.limitClasses', { count: length })));
  const labels = readLabels(array.value);
  if (!labels.ok) return labels;
  const isList =
    shape.length === 1 &&
    length > 0 &&
    labels.value.every((label) => label.length <= CLASSIFIER_LIMITS.className) &&
    new Set(labels.value).size === length;
  return isList ? labels : err(incompleteAs(NO_CLASSES));
}
