import { problem } from '../problem';
import { type AllowedName, type NameRules, PYTHON_NAMES } from '../pickle/names';
import type { PickleProblem } from '../pickle/problems';
import { printable } from '../text';
import { writtenByJoblib } from '../pickle/refuse-container';
import type { NameUse } from '../pickle/value';

/** NumPy moved its inner modules in version 2.0; both paths mean the same. */
const NUMPY: readonly (readonly [string, string, NameUse])[] = [
  ['numpy.ndarray', 'numpy.ndarray', 'mention'],
  ['numpy.dtype', 'numpy.dtype', 'call'],
  ...['numpy.core', 'numpy._core'].flatMap((core) => [
    [`${core}.multiarray._reconstruct`, 'numpy._reconstruct', 'call'] as const,
    [`${core}.multiarray.scalar`, 'numpy.scalar', 'call'] as const,
    [`${core}.numeric._frombuffer`, 'numpy._frombuffer', 'call'] as const,
  ]),
];

/** State of a random generator that a model was given instead of a seed. It is kept but not read. */
const RANDOM: readonly (readonly [string, NameUse])[] = [
  ['numpy.random._pickle.__randomstate_ctor', 'call'],
  ['numpy.random._pickle.__bit_generator_ctor', 'call'],
  ['numpy.random._pickle.__generator_ctor', 'call'],
  ['numpy.random._mt19937.MT19937', 'mention'],
  ['numpy.random._pcg64.PCG64', 'mention'],
  ['numpy.random.bit_generator.SeedSequence', 'class'],
  ['numpy.random.bit_generator.__pyx_unpickle_SeedSequence', 'call'],
];

const ESTIMATORS = [
  'sklearn.ensemble._forest.RandomForestClassifier',
  'sklearn.ensemble._forest.ExtraTreesClassifier',
  'sklearn.tree._classes.DecisionTreeClassifier',
  'sklearn.tree._classes.ExtraTreeClassifier',
  'sklearn.multiclass.OneVsRestClassifier',
  'sklearn.multiclass._ConstantPredictor',
  'sklearn.preprocessing._label.LabelBinarizer',
  'sklearn.preprocessing._data.StandardScaler',
  'sklearn.linear_model._logistic.LogisticRegression',
  'sklearn.pipeline.Pipeline',
] as const;

/** All names that a scikit-learn classifier of an importable kind can need. */
export const SKLEARN_NAMES: NameRules = {
  allowed: new Map<string, AllowedName>([
    ...PYTHON_NAMES,
    ...NUMPY.map(([written, name, use]) => [written, { name, use }] as const),
    ...RANDOM.map(([name, use]) => [name, { name, use }] as const),
    ...ESTIMATORS.map((name) => [name, { name: shortName(name), use: 'class' as const }] as const),
    ['sklearn.tree._tree.Tree', { name: 'Tree', use: 'call' }],
  ]),
  explain: explainName,
};

/** @returns the name of an estimator in the records */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Packages of other models, which are harmless but cannot be read here. */
const OTHER_MODELS = /^(?:sklearn|xgboost|lightgbm|catboost|imblearn|scipy|pandas)\./;

function explainName(name: string): PickleProblem | null {
  if (/^(?:sklearn\.externals\.)?joblib\./.test(name)) return writtenByJoblib('');
  if (!OTHER_MODELS.test(name)) return null;
  return problem(
    'pickle-name',
    `This file holds a ${printable(name)}, and models with one cannot be imported.`,
    'What can be imported: RandomForestClassifier, ExtraTreesClassifier, DecisionTreeClassifier, ' +
      'OneVsRestClassifier of these, and LogisticRegression alone or behind a StandardScaler. ' +
      'Convert another model to ONNX with skl2onnx in Python, and import the .onnx file.',
  );
}
