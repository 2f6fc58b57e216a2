import { groupDigits, printable } from '../text';
import { err, ok, type Result } from '../result';
import { CLASSIFIER_LIMITS } from '../sklearn/budget';
import { firstRepeated } from './first-repeated';
import { MOST_LIST_BYTES, parseLines } from './parse-lines';
import { badClasses, type ImportProblem, unnamedClasses } from './problems';

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
      badClasses(
        `${groupDigits(names.value.length)} names were given, but the model has ${groupDigits(expected)} classes.`,
      ),
    );
  }
  if (names.value.length > CLASSIFIER_LIMITS.classes) {
    return err(
      badClasses(`The model has ${groupDigits(names.value.length)} classes, too many to list.`),
    );
  }
  const clean = names.value.map((name, i) => printable(name).trim() || `class ${i + 1}`);
  const twice = firstRepeated(clean);
  if (twice !== undefined) return err(badClasses(`Two classes are called ${twice}.`));
  const long = clean.find((name) => name.length > CLASSIFIER_LIMITS.className);
  return long === undefined ? ok(clean) : err(badClasses(`A class's name is too long: ${long}`));
}

function fromList(
  labels: readonly string[] | null,
  list: Uint8Array,
): Result<readonly string[], ImportProblem> {
  if (list.length > MOST_LIST_BYTES) {
    return err(
      badClasses(
        `The list of class names has ${groupDigits(list.length)} bytes, too many for a list.`,
      ),
    );
  }
  const lines = parseLines(list);
  if (lines.length === 0) return err(badClasses('The list of class names is empty.'));
  if (!lines.every((line) => line.includes('\t'))) return ok(lines);
  if (labels === null) {
    return err(
      badClasses('The model does not say how its classes are called, so none can be renamed.'),
    );
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
    return err(badClasses(`The list of class names has no line for ${printable(missing)}.`));
  }
  return stray === undefined
    ? ok(labels.map((label) => named.get(label) ?? label))
    : err(badClasses(`The list of class names has ${printable(stray)}, which is no class.`));
}
