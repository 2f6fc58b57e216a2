import { problem } from '../problem';
import { type AllowedName, type NameRules, PYTHON_NAMES } from '../pickle/names';
import type { PickleProblem } from '../pickle/problems';
import { ARRAY_WRAPPER } from '../pickle/joblib';
import { printable } from '../text';
import { oldJoblib } from '../pickle/refuse-container';
import type { NameUse } from '../pickle/value';
import { IMPORTABLE, named, ONNX_CURE } from './problems';
import { inTurn, sentence } from '../../words/told/sentence';

/** NumPy moved its inner modules in version 2.0; both paths mean the same. */
const NUMPY: readonly (readonly [string, string, NameUse])[] = [
  ['numpy.ndarray', 'numpy.ndarray', 'mention'],
  ['numpy.dtype', 'numpy.dtype', 'call'],
  ['numpy.ma.core._mareconstruct', 'numpy.ma', 'call'],
  ['numpy.ma.core.MaskedArray', 'numpy.ma.MaskedArray', 'mention'],
  ['numpy.ma.MaskedArray', 'numpy.ma.MaskedArray', 'mention'],
  ...['numpy.core', 'numpy._core'].flatMap((core) => [
    [`${core}.multiarray._reconstruct`, 'numpy._reconstruct', 'call'] as const,
    [`${core}.multiarray.scalar`, 'numpy.scalar', 'call'] as const,
    [`${core}.numeric._frombuffer`, 'numpy._frombuffer', 'call'] as const,
    [`${core}._ufunc_reconstruct`, 'numpy._ufunc_reconstruct', 'call'] as const,
  ]),
];

/** State of a random generator that a model was given instead of a seed. It is kept but not read. */
const RANDOM: readonly (readonly [string, NameUse])[] = [
  ['numpy.random.__RandomState_ctor', 'call'],
  ['numpy.random._pickle.__randomstate_ctor', 'call'],
  ['numpy.random._pickle.__bit_generator_ctor', 'call'],
  ['numpy.random._pickle.__generator_ctor', 'call'],
  ['numpy.random._mt19937.MT19937', 'mention'],
  ['numpy.random._pcg64.PCG64', 'mention'],
  ['numpy.random._pcg64.PCG64DXSM', 'mention'],
  ['numpy.random._philox.Philox', 'mention'],
  ['numpy.random._sfc64.SFC64', 'mention'],
  ['numpy.random.bit_generator.SeedSequence', 'class'],
  ['numpy.random.bit_generator.__pyx_unpickle_SeedSequence', 'call'],
];

/** A scikit-learn of version 0.22 or older had a joblib of its own. */
const JOBLIB = ['joblib', 'sklearn.externals.joblib'].map(
  (module) => [`${module}.numpy_pickle.NumpyArrayWrapper`, ARRAY_WRAPPER] as const,
);

const PANDAS: readonly (readonly [string, NameUse])[] = [
  ['pandas.core.indexes.base._new_Index', 'call'],
  ['pandas.core.indexes.base.Index', 'mention'],
  ['pandas.core.indexes.numeric.Int64Index', 'mention'],
  ['pandas.core.indexes.numeric.Float64Index', 'mention'],
  ['pandas.core.indexes.range.RangeIndex', 'mention'],
];

/** All names that a scikit-learn classifier, and what people save beside it, can need. */
export const SKLEARN_NAMES: NameRules = {
  allowed: new Map<string, AllowedName>([
    ...PYTHON_NAMES,
    ...NUMPY.map(([written, name, use]) => [written, { name, use }] as const),
    ...RANDOM.map(([name, use]) => [name, { name, use }] as const),
    ...JOBLIB.map(([written, name]) => [written, { name, use: 'class' }] as const),
    ...PANDAS.map(([name, use]) => [name, { name, use }] as const),
    ['sklearn.tree._tree.Tree', { name: 'Tree', use: 'call' }],
  ]),
  match: matchName,
  explain: explainName,
};

/**
 * Allows what is of scikit-learn by its form. A class is called by its own name alone, since the modules were
 * renamed in version 0.22 and again later. Whether a class can be read is decided where its objects are.
 */
function matchName(name: string): AllowedName | null {
  const sklearn = /^sklearn(?:\.\w+)*\.(\w+)$/.exec(name)?.[1];
  if (sklearn !== undefined && !/^sklearn\.externals\./.test(name)) {
    if (sklearn === 'Bunch') return { name: sklearn, use: 'dict' };
    if (/^_*[A-Z]/.test(sklearn)) return { name: sklearn, use: 'any' };
    const isMaker = sklearn === 'newObj' || sklearn.startsWith('__pyx_unpickle_');
    return { name, use: isMaker ? 'call' : 'mention' };
  }
  // The losses of boosting, whose module is called by its last name alone in scikit-learn 1.6.
  const loss = /^(?:_loss|closs)\.(Cy\w+|__pyx_unpickle_Cy\w+)$/.exec(name)?.[1];
  if (loss !== undefined) return { name: loss, use: loss.startsWith('Cy') ? 'any' : 'call' };
  // What a grid or random search was given: distributions, and matrices.
  const isScipy =
    /^scipy\.(?:stats\.(?:\w+\.)*(?:\w+_gen|rv_\w+)|sparse\.(?:\w+\.)?\w+_(?:matrix|array))$/;
  if (isScipy.test(name)) return { name, use: 'any' };
  // Types and functions that are among the options of an estimator.
  return /^numpy\.[a-z]\w*$/.test(name) ? { name, use: 'mention' } : null;
}

/** Packages of other models, which are harmless but cannot be read here. */
const OTHERS =
  /^(?:sklearn|xgboost|lightgbm|catboost|imblearn|scipy|pandas|torch|keras|tensorflow|joblib|skl2onnx|dill|cloudpickle|statsmodels|polars)\./;

function explainName(name: string): PickleProblem | null {
  if (/^(?:sklearn\.externals\.)?joblib\.numpy_pickle(?:_compat)?\.Z?NDArrayWrapper$/.test(name)) {
    return oldJoblib();
  }
  if (name.startsWith('__main__.')) {
    return problem(
      'pickle-name',
      sentence('sklearn.ownProgram', { object: named(printable(name.slice('__main__.'.length))) }),
      inTurn(sentence('sklearn.saveAlone'), IMPORTABLE),
    );
  }
  if (!OTHERS.test(name)) return null;
  return problem(
    'pickle-name',
    sentence('sklearn.otherPackage', { object: named(printable(name)) }),
    inTurn(IMPORTABLE, ONNX_CURE),
  );
}
