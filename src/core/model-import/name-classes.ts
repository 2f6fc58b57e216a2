import { printable } from '../text';
import { err, ok, type Result } from '../result';
import { CLASSIFIER_LIMITS } from '../sklearn/budget';
import { firstRepeated } from './first-repeated';
import { MOST_LIST_BYTES, parseLines } from './parse-lines';
import { badClasses, type ImportProblem, unnamedClasses } from './problems';
import { sentence } from '../../words/told/sentence';

/**
 * Determines the names of a model's classes, in its order.
 *
 * @param labels the model's own names of its classes, or null when it has none
 * @param list bytes of a text with a name a line, in the model's order; or with a label, a tab and a name a
 * line, in any order; null to keep the labels
 * @param count number of classes, or null when only the list has it
 */
export function nameClasses(
  labels: readonly string[] | null,
  list: Uint8Array | null,
  count: number | null,
): Result<readonly string[], ImportProblem> {
  const names = list === null ? ok(labels) : fromList(labels, list);
  if (!names.ok) return names;
  if (names.value === null) {
    return err(unnamedClasses());
  }
  const expected = labels?.length ?? count;
  if (expected !== null && names.value.length !== expected) {
    return err(
      badClasses(sentence('modelFile.classesCount', { count: names.value.length, expected })),
    );
  }
  if (names.value.length > CLASSIFIER_LIMITS.classes) {
    return err(badClasses(sentence('modelFile.classesMany', { count: names.value.length })));
  }
  const clean = names.value.map((name, i) => printable(name).trim() || `class ${i + 1}`);
  const twice = firstRepeated(clean);
  if (twice !== undefined)
    return err(badClasses(sentence('modelFile.classesTwice', { name: twice })));
  const long = clean.find((name) => name.length > CLASSIFIER_LIMITS.className);
  return long === undefined
    ? ok(clean)
    : err(badClasses(sentence('modelFile.classesLong', { name: long })));
}

function fromList(
  labels: readonly string[] | null,
  list: Uint8Array,
): Result<readonly string[], ImportProblem> {
  if (list.length > MOST_LIST_BYTES) {
    return err(badClasses(sentence('modelFile.classesLarge', { count: list.length })));
  }
  const lines = parseLines(list);
  if (lines.length === 0) return err(badClasses(sentence('modelFile.classesEmpty')));
  if (!lines.every((line) => line.includes('\t'))) return ok(lines);
  if (labels === null) {
    return err(badClasses(sentence('modelFile.classesNone')));
  }
  const named = new Map(
    lines.map((line) => {
      const tab = line.indexOf('\t');
      return [line.slice(0, tab).trim(), line.slice(tab + 1).trim()] as const;
    }),
  );
  const missing = labels.find((label) => !named.has(label));
  const stray = [...named.keys()].find((label) => !labels.includes(label));
  if (missing !== undefined) {
    return err(badClasses(sentence('modelFile.classesMissing', { name: printable(missing) })));
  }
  return stray === undefined
    ? ok(labels.map((label) => named.get(label) ?? label))
    : err(badClasses(sentence('modelFile.classesStray', { name: printable(stray) })));
}
