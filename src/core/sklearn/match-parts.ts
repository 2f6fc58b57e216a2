import { err, ok, type Result } from '../result';
import { groupDigits, listWords } from '../text';
import type { Classifier } from './classifier';
import { type ClassifierProblem, unsupported } from './problems';
import type { Part, Parts } from './take-apart';

/** What the parts beside a classifier mean for it. */
interface MatchedParts {
  /** The names of its classes, in its order; null when its own are to be used. */
  readonly names: readonly string[] | null;
  /** The features list, in its order; null when there is none. */
  readonly features: Part<readonly string[]> | null;
  /** Whole sentences on what was used and what was not. */
  readonly notes: readonly string[];
}

const FEATURE_WORDS = /feature|bin|column|mass|mz|m\/z|edge|select|peak/i;
const NO_FEATURE_WORDS = /import|score|weight|rank|coef|pvalue/i;
/** Masses of the bins that spectra are cut into, and some room. */
const SMALLEST_EDGE = 1_000;
const LARGEST_EDGE = 30_000;

/** Finds out which of the parts are the names of the classes, and which the features list. */
export function matchParts(
  parts: Parts,
  classifier: Classifier,
): Result<MatchedParts, ClassifierProblem> {
  if (parts.holder === null) return ok({ names: null, features: null, notes: [] });
  const features = findFeatures(parts, classifier.features);
  if (!features.ok) return features;
  const names = findNames(parts, classifier.classes);
  if (!names.ok) return names;
  const used = [parts.model.where, features.value?.where, names.value?.where];
  const unused = [
    ...[...parts.encoders, ...parts.lists, ...parts.tables].map(({ where }) => where),
    ...parts.others,
  ].filter((where) => !used.includes(where));
  const said = [
    `the classifier is its entry ${parts.model.where}`,
    ...(names.value === null
      ? []
      : [`the names of the classes are its entry ${names.value.where}`]),
    ...(features.value === null ? [] : [`the features are its entry ${features.value.where}`]),
    ...(unused.length === 0
      ? []
      : [`not used ${unused.length === 1 ? 'is' : 'are'} ${listWords(unused.slice(0, 8))}`]),
  ];
  return ok({
    names: names.value?.value ?? null,
    features: features.value,
    notes: [`The file holds ${parts.holder}: ${said.join('; ')}.`],
  });
}

function findFeatures(
  { lists }: Parts,
  count: number | null,
): Result<Part<readonly string[]> | null, ClassifierProblem> {
  const called = lists.filter(
    ({ where }) => FEATURE_WORDS.test(where) && !NO_FEATURE_WORDS.test(where),
  );
  const fitting = (
    called.length > 0 ? called : lists.filter(({ value }) => areEdges(value))
  ).filter(({ value }) => count === null || value.length === count);
  const [first, second] = fitting;
  const [other] = called;
  if (first === undefined) {
    return other === undefined || count === null || !areEdges(other.value)
      ? ok(null)
      : err(
          unsupported(
            `The model file has ${groupDigits(other.value.length)} features in its entry ${other.where}, but its classifier takes ${groupDigits(count)}.`,
            'Save the classifier with the features that it was trained on.',
          ),
        );
  }
  const areOne = second === undefined || fitting.every(({ value }) => isSame(value, first.value));
  return areOne
    ? ok(first)
    : err(
        unsupported(
          `The model file has several lists of features: ${listWords(fitting.map(({ where }) => where).slice(0, 6))}.`,
          'Save the classifier with the one that it was trained on.',
        ),
      );
}

function areEdges(list: readonly string[]): boolean {
  return list.every((text) => Number(text) >= SMALLEST_EDGE && Number(text) <= LARGEST_EDGE);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

const NAME_WORDS = /class|label|species|target|taxa|taxon|encod|categor/i;

function findNames(
  { encoders, lists, tables }: Parts,
  classes: readonly string[],
): Result<Part<readonly string[]> | null, ClassifierProblem> {
  const numbers = classes.map(Number);
  const areNumbers = numbers.every((number) => Number.isInteger(number) && number >= 0);
  if (!areNumbers) return ok(null);
  const found: Part<readonly string[]>[] = [];
  for (const { where, value } of [
    ...encoders,
    ...lists.filter(({ where: at }) => NAME_WORDS.test(at)),
  ]) {
    const names = numbers.map((number) => value[number]);
    const isEncoder = encoders.some(({ where: at }) => at === where);
    if (names.every((name) => name !== undefined) && (isEncoder || !areAllNumbers(value))) {
      found.push({ where, value: names });
    }
  }
  for (const { where, value } of tables) {
    const turned = new Map([...value].map(([key, item]) => [item, key]));
    const names = [value, turned].map((table) => classes.map((label) => table.get(label)));
    const fitting = names.find((all) => all.every((name) => name !== undefined));
    if (fitting !== undefined && !areAllNumbers(fitting)) found.push({ where, value: fitting });
  }
  const [first] = found;
  if (first === undefined || found.every(({ value }) => isSame(value, first.value))) {
    return ok(first ?? null);
  }
  return err(
    unsupported(
      `The model file has several lists of names for its classes: ${listWords(found.map(({ where }) => where).slice(0, 6))}.`,
      'Save the classifier with one of them.',
    ),
  );
}

function areAllNumbers(list: readonly string[]): boolean {
  return list.every((text) => text.trim() !== '' && Number.isFinite(Number(text)));
}
