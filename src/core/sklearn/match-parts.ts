import { err, ok, type Result } from '../result';
import type { Classifier } from './classifier';
import { type ClassifierProblem, unsupported } from './problems';
import type { Part, Parts } from './take-apart';
import { type Sentence, sentence, type SentenceList } from '../../words/told/sentence';

/** What the parts beside a classifier mean for it. */
interface MatchedParts {
  /** The names of its classes, in its order; null when its own are to be used. */
  readonly names: readonly string[] | null;
  /** The features list, in its order; null when there is none. */
  readonly features: Part<readonly string[]> | null;
  /** On what was used and what was not. */
  readonly notes: readonly Sentence[];
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
  const { holder, model } = parts;
  const said = [
    sentence('sklearn.partsClassifier', { holder, entry: model.where }),
    ...(names.value === null ? [] : [sentence('sklearn.partsNames', { entry: names.value.where })]),
    ...(features.value === null
      ? []
      : [sentence('sklearn.partsFeatures', { entry: features.value.where })]),
    ...(unused.length === 0
      ? []
      : [
          sentence('sklearn.partsUnused', {
            count: unused.length,
            entries: { list: unused.slice(0, 8) },
          }),
        ]),
  ];
  const clauses = said.reduce((before, after) => sentence('sklearn.clauses', { before, after }));
  return ok({
    names: names.value?.value ?? null,
    features: features.value,
    notes: [sentence('sklearn.partsEnd', { clauses })],
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
            sentence('sklearn.featuresOfEntry', {
              count: other.value.length,
              entry: other.where,
              taken: count,
            }),
            sentence('sklearn.featuresOfEntryCure'),
          ),
        );
  }
  const areOne = second === undefined || fitting.every(({ value }) => isSame(value, first.value));
  return areOne
    ? ok(first)
    : err(
        unsupported(
          sentence('sklearn.severalFeatureLists', { entries: entriesOf(fitting) }),
          sentence('sklearn.severalFeatureListsCure'),
        ),
      );
}

/** The places of the first parts, for a sentence. */
function entriesOf(parts: readonly Part<unknown>[]): SentenceList {
  return { list: parts.slice(0, 6).map(({ where }) => where) };
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
      sentence('sklearn.severalNameLists', { entries: entriesOf(found) }),
      sentence('sklearn.severalNameListsCure'),
    ),
  );
}

function areAllNumbers(list: readonly string[]): boolean {
  return list.every((text) => text.trim() !== '' && Number.isFinite(Number(text)));
}
