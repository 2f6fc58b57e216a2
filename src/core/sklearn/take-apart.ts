import { readArray } from '../pickle/numpy/array';
import { readLabels, readText } from '../pickle/numpy/labels';
import { readScalar } from '../pickle/numpy/numbers';
import {
  asRecord,
  dictEntries,
  isName,
  listItems,
  type PickleValue,
  tupleItems,
} from '../pickle/value';
import { err, ok, type Result } from '../result';
import { printable } from '../text';
import { readEstimator } from './estimator';
import { type ClassifierProblem, named, unsupported } from './problems';
import { isReadable } from './read-model';
import { isStep, isPassed } from './read-steps';
import { refuseEstimator } from './refuse-estimator';
import { type Sentence, sentence } from '../../words/told/sentence';

/** What a pickle holds besides its classifier, and where: `features`, `2`, `data.columns`. */
export interface Part<Value> {
  readonly where: string;
  readonly value: Value;
}

/** What holds the parts of a pickle. */
export type Holder = 'dictionary' | 'tuple' | 'list';

/** A pickle's value, taken apart. */
export interface Parts {
  /** What holds the parts; null when the pickle is the classifier itself. */
  readonly holder: Holder | null;
  readonly model: Part<PickleValue>;
  /** Names of classes in the order of their numbers. */
  readonly encoders: readonly Part<readonly string[]>[];
  /** Texts or numbers, in the order of a list. */
  readonly lists: readonly Part<readonly string[]>[];
  /** Keys with a value each. */
  readonly tables: readonly Part<ReadonlyMap<string, string>>[];
  /** Where the rest is. */
  readonly others: readonly string[];
}

/** Levels of dictionaries, lists and tuples that are looked into. */
const DEEPEST = 3;
/** A holder with more entries than this is a list of data. */
const MOST_ENTRIES = 100;

/** Finds the one classifier that a pickle holds, alone or in dictionaries, lists and tuples. */
export function takeApart(value: PickleValue): Result<Parts, ClassifierProblem> {
  const holder = describeHolder(value);
  if (holder === null) {
    const model = { where: '', value };
    return ok({ holder, model, encoders: [], lists: [], tables: [], others: [] });
  }
  const finder = new Finder();
  finder.look(value, '', 0);
  const { models, steps, unknown } = finder;
  const [model, second] = models;
  if (model === undefined) {
    const odd = unknown[0] ?? steps[0];
    if (odd !== undefined) return err(refuseEstimator(odd.value));
    return err(unsupported(describeEntries(holder, finder)));
  }
  if (second !== undefined) {
    return err(
      unsupported(
        sentence('sklearn.severalClassifiers', {
          classifiers: { list: models.slice(0, 6).map(nameEntry) },
        }),
        sentence('sklearn.saveOneAlone', { code: "joblib.dump(models['NAME'], 'model.joblib')" }),
      ),
    );
  }
  const [step] = steps;
  if (step !== undefined) {
    return err(
      unsupported(
        sentence('sklearn.besideClassifier', {
          object: named(nameOf(step.value)),
          step: step.where,
          classifier: model.where,
        }),
        sentence('sklearn.besideClassifierCure', {
          code: "joblib.dump(make_pipeline(SCALER, CLASSIFIER), 'model.joblib')",
        }),
      ),
    );
  }
  const others = [...finder.others, ...unknown.map(({ where }) => where)];
  const { encoders, lists, tables } = finder;
  return ok({ holder, model, encoders, lists, tables, others });
}

/** @returns null for what is no dictionary, list or tuple */
function describeHolder(value: PickleValue): Holder | null {
  if (dictEntries(value) !== null) return 'dictionary';
  if (tupleItems(value) !== null) return 'tuple';
  return listItems(value) === null ? null : 'list';
}

/** Says what a holder without a classifier has. */
function describeEntries(holder: Holder, { others, lists, encoders, tables }: Finder): Sentence {
  const names = [...others, ...[...lists, ...encoders, ...tables].map(({ where }) => where)];
  if (names.length === 0) return sentence('sklearn.holderEmpty', { holder });
  if (names[0] === '') return sentence('sklearn.holderOfTexts', { holder });
  return names.length > 6
    ? sentence('sklearn.holderWithMany', { holder, count: names.length })
    : sentence('sklearn.holderWith', { holder, entries: { list: names } });
}

function nameEntry({ where, value }: Part<PickleValue>): Sentence {
  return sentence('sklearn.severalClassifiersOne', { entry: where, object: named(nameOf(value)) });
}

function nameOf(value: PickleValue): string {
  return printable(readEstimator(value)?.name ?? '');
}

class Finder {
  readonly models: Part<PickleValue>[] = [];
  readonly steps: Part<PickleValue>[] = [];
  readonly unknown: Part<PickleValue>[] = [];
  readonly encoders: Part<readonly string[]>[] = [];
  readonly lists: Part<readonly string[]>[] = [];
  readonly tables: Part<ReadonlyMap<string, string>>[] = [];
  readonly others: string[] = [];

  look(value: PickleValue, where: string, depth: number): void {
    const estimator = readEstimator(value);
    const list = readList(value);
    const entries = entriesOf(value);
    if (estimator !== null && list === null) {
      this.#sort(estimator.name, value, where);
    } else if (list !== null) {
      this.lists.push({ where, value: list });
    } else if (entries !== null && depth < DEEPEST && entries.length <= MOST_ENTRIES) {
      const table = depth > 0 ? readTable(value) : null;
      if (table !== null) this.tables.push({ where, value: table });
      else for (const [key, item] of entries) this.look(item, join(where, key), depth + 1);
    } else {
      this.others.push(where);
    }
  }

  #sort(name: string, value: PickleValue, where: string): void {
    if (name === 'LabelEncoder') {
      const names = readList(readEstimator(value)?.fields.get('classes_') ?? null);
      if (names === null) this.others.push(where);
      else this.encoders.push({ where, value: names });
    } else if (name === 'Pipeline' && !endsInClassifier(value)) {
      this.steps.push({ where, value });
    } else if (isClassifier(name)) {
      this.#addModel(value, where);
    } else if (isPreparation(value)) {
      this.steps.push({ where, value });
    } else {
      this.unknown.push({ where, value });
    }
  }

  /** One classifier may be named twice, and beside the search that found it. */
  #addModel(value: PickleValue, where: string): void {
    const best = bestOf(value);
    const again = this.models.findIndex((one) => one.value === value || one.value === best);
    if (again >= 0) {
      if (this.models[again]!.value !== value) this.models[again] = { where, value };
    } else if (!this.models.some((one) => bestOf(one.value) === value)) {
      this.models.push({ where, value });
    }
  }
}

function bestOf(value: PickleValue): PickleValue | undefined {
  return readEstimator(value)?.fields.get('best_estimator_');
}

/** Of what is no classifier, those that spectra do not go through. */
const BESIDE = /(?:Encoder|Binarizer|Fold|Split|Out|Regressor|Regression|Means|SVR|SVM|Forest)$/;

/** Whether it may prepare spectra: any fitted object of scikit-learn, which has attributes like `mean_`. */
function isPreparation(value: PickleValue | undefined): boolean {
  const estimator = readEstimator(value);
  if (estimator === null) return false;
  if (isStep(estimator.name)) return true;
  const names = [...estimator.fields.keys()];
  const isFitted = names.some(
    (name) => typeof name === 'string' && /^[a-zA-Z]\w*[^_]_$/.test(name),
  );
  return isFitted && !BESIDE.test(estimator.name);
}

function isClassifier(name: string): boolean {
  return isReadable(name) || /Classifier(?:CV)?$|SVC$|NB$/.test(name);
}

function endsInClassifier(value: PickleValue | undefined): boolean {
  const steps = listItems(readEstimator(value)?.fields.get('steps')) ?? [];
  const last = steps
    .map((step) => tupleItems(step)?.[1])
    .filter((step) => !isPassed(step))
    .at(-1);
  const name = readEstimator(last)?.name ?? '';
  if (name === 'Pipeline') return endsInClassifier(last);
  return isClassifier(name) || !isPreparation(last);
}

function entriesOf(value: PickleValue): (readonly [string, PickleValue])[] | null {
  const dict = dictEntries(value);
  if (dict !== null) return [...dict].map(([key, item]) => [textOf(key) ?? '?', item] as const);
  const items = listItems(value) ?? tupleItems(value);
  return items?.map((item, i) => [`${i + 1}`, item] as const) ?? null;
}

function join(where: string, key: string): string {
  return printable(where === '' ? key : `${where}.${key}`);
}

/** Reads a list, tuple or array of texts or numbers, or an index of pandas; null for anything else. */
function readList(value: PickleValue): readonly string[] | null {
  const index = asRecord(value);
  if (index?.of === 'pandas.core.indexes.base._new_Index') {
    const data = dictEntries(index.args[1])?.get('data');
    return data === undefined ? null : readList(data);
  }
  const items = listItems(value) ?? tupleItems(value);
  if (items !== null) {
    const texts = items.map(textOf);
    return texts.length > 0 && texts.every((text) => text !== null) ? texts : null;
  }
  const array = readArray(value);
  if (!array.ok || array.value.shape.length !== 1) return null;
  const labels = readLabels(array.value);
  return labels.ok ? labels.value : null;
}

function readTable(value: PickleValue): ReadonlyMap<string, string> | null {
  const entries = [...(dictEntries(value) ?? [])].map(
    ([key, item]) => [textOf(key), textOf(item)] as const,
  );
  const table = new Map<string, string>();
  for (const [key, item] of entries) {
    if (key === null || item === null) return null;
    table.set(key, item);
  }
  return table.size > 0 ? table : null;
}

function textOf(value: PickleValue): string | null {
  const text = readText(value);
  if (text !== null) return text;
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'boolean' || value === null || isName(value)) return null;
  const number = readScalar(value);
  return number === null ? null : `${number}`;
}
