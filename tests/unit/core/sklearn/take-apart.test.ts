import { describe, expect, it } from 'vitest';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { matchParts } from '../../../../src/core/sklearn/match-parts';
import { readClassifier } from '../../../../src/core/sklearn/read-classifier';
import { takeApart } from '../../../../src/core/sklearn/take-apart';
import { dtype, ndarray, numbers, texts } from '../../../builders/numpy';
import {
  call,
  dict,
  float,
  list,
  name,
  object,
  type Py,
  tuple,
  writePickle,
} from '../../../builders/pickle';
import { forest, scaler, type SklearnStyle } from '../../../builders/sklearn';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const STYLE: SklearnStyle = { protocol: 4, numpy2: false, version: '1.2.1', isFrom1_3: false };
const LEAF = { features: 3, classes: 2, nodes: [{ counts: [1, 1] }] };
/** The classes are 0 and 1. */
const MODEL = forest([LEAF], STYLE, numbers('i8', [0, 1], STYLE));
const NAMED = forest([LEAF], STYLE, texts(['K. a', 'K. b'], STYLE));
const ENCODER = object(
  'sklearn.preprocessing._label.LabelEncoder',
  dict({ classes_: texts(['K. a', 'K. b'], STYLE) }),
);
const EDGES = [2000, 2010, 2050];
const LIST = list(...EDGES);

function search(best: Py): Py {
  return object('sklearn.model_selection._search.GridSearchCV', dict({ best_estimator_: best }));
}

function match(value: Py) {
  const parsed = parsePickle(writePickle(value, STYLE.protocol), SKLEARN_NAMES);
  if (!parsed.ok) return parsed;
  const parts = takeApart(parsed.value);
  if (!parts.ok) return parts;
  const classifier = readClassifier(parts.value.model.value);
  return classifier.ok ? matchParts(parts.value, classifier.value) : classifier;
}

function fault(value: Py) {
  const matched = match(value);
  return matched.ok ? null : `${inEnglish(matched.error.message)} ${inEnglish(matched.error.cure)}`;
}

describe('a file that holds one classifier among other things', () => {
  it.each<[string, Py, string]>([
    [
      'a dictionary',
      dict({ model: MODEL, le: ENCODER, features: LIST }),
      'a dictionary: the classifier is its entry model; the names of the classes are its entry le; the features are its entry features',
    ],
    [
      'a tuple',
      tuple(MODEL, ENCODER, LIST),
      'a tuple: the classifier is its entry 1; the names of the classes are its entry 2; the features are its entry 3',
    ],
    [
      'a list with an array',
      list(MODEL, ENCODER, numbers('f8', EDGES, STYLE)),
      'a list: the classifier is its entry 1',
    ],
    [
      'names as a list',
      dict({ clf: MODEL, class_names: list('K. a', 'K. b'), columns: tuple(...EDGES) }),
      'the names of the classes are its entry class_names; the features are its entry columns',
    ],
    [
      'names as a table',
      list(
        MODEL,
        {
          py: 'dict',
          entries: [
            [0, 'K. a'],
            [1, 'K. b'],
          ],
        },
        LIST,
      ),
      'the names of the classes are its entry 2',
    ],
    [
      'a table the other way',
      dict({ m: MODEL, label2id: dict({ 'K. b': 1, 'K. a': 0 }), features: LIST }),
      'the names of the classes are its entry label2id',
    ],
    [
      'several levels',
      dict({ a: dict({ b: list(MODEL) }), le: ENCODER, bins: LIST }),
      'the classifier is its entry a.b.1',
    ],
    [
      'other things',
      dict({
        m: MODEL,
        le: ENCODER,
        mz: LIST,
        accuracy: float(0.9),
        date: call('datetime.date', [Uint8Array.of(7, 208, 1, 1)]),
      }),
      'not used are accuracy and date',
    ],
    [
      'the classifier twice',
      dict({ model: MODEL, best: MODEL, le: ENCODER, features: LIST }),
      'the classifier is its entry model',
    ],
    [
      'a search and its best',
      dict({ best: MODEL, grid: search(MODEL), le: ENCODER, features: LIST }),
      'the classifier is its entry grid',
    ],
  ])('%s is taken apart, and this is reported', (_, value, words) => {
    const matched = match(value);
    if (!matched.ok) throw new Error(inEnglish(matched.error.message));
    expect(matched.value.names).toEqual(['K. a', 'K. b']);
    expect(matched.value.features?.value.map(Number)).toEqual(EDGES);
    expect(matched.value.notes.map(inEnglish).join(' ')).toContain(words);
  });

  it('keeps the names that the classifier itself has', () => {
    const matched = match(dict({ model: NAMED, classes: list('K. b', 'K. a'), features: LIST }));
    expect(matched).toMatchObject({ ok: true, value: { names: null } });
    expect(spoken(matched.ok && matched.value.notes[0])).toContain('not used is classes');
  });
});

describe('a file that cannot be taken apart gives the reason', () => {
  const svd = object(
    'sklearn.decomposition._truncated_svd.TruncatedSVD',
    dict({ components_: numbers('f8', [1], STYLE) }),
  );
  it.each<[string, Py, string]>([
    [
      'two classifiers',
      dict({ a: MODEL, b: NAMED }),
      'several classifiers: a (a RandomForestClassifier) and b',
    ],
    ['a scaler', dict({ s: scaler([1, 1, 1], [1, 1, 1], STYLE), m: MODEL }), 'make_pipeline'],
    ['another preparation', tuple(svd, MODEL), 'a TruncatedSVD (1) beside the classifier (2)'],
    [
      'a scaler alone',
      dict({ s: scaler([1], [1], STYLE) }),
      'a StandardScaler, which prepares data',
    ],
    [
      'two lists of features',
      dict({ m: MODEL, features: LIST, bins: list(2000, 2010, 2060) }),
      'several lists of features: features and bins',
    ],
    [
      'too few features',
      dict({ m: MODEL, features: list(2000, 2010) }),
      '2 features in its entry features, but its classifier takes 3',
    ],
    [
      'two lists of names',
      dict({ m: MODEL, classes: list('a', 'b'), le: ENCODER }),
      'several lists of names',
    ],
    ['numbers', list(1, 2), 'a list of texts or numbers, and no classifier'],
    ['nothing', dict({}), 'a dictionary with nothing in it'],
    ['a function', name('numpy.log1p'), 'the name numpy.log1p'],
    ['an array of objects', ndarray(dtype('O', '|'), [1], list(MODEL), STYLE), 'not a classifier'],
  ])('%s', (_, value, words) => {
    expect(fault(value)).toContain(words);
  });
});
