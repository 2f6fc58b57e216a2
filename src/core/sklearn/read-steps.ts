import { readArray } from '../pickle/numpy/array';
import { readNumbers, readScalar } from '../pickle/numpy/numbers';
import type { PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import type { Budget } from './budget';
import { type Estimator, readCount, readEstimator } from './estimator';
import type { InputView } from './input-view';
import type { ReadProblem } from './model';
import { incomplete, incompleteAs, unsupported } from './problems';
import { readMatrix, readNumber, readNumbersOf, readRow, transpose } from './read-matrix';
import { sentence } from '../../words/told/sentence';

const FLOAT64_EPSILON = 2 ** -52;

/** The columns that a step takes and what the next one gets. */
interface Stepped {
  readonly view: InputView;
  /** Number of columns that it takes. */
  readonly features: number;
}

type ReadStep = (step: Estimator, view: InputView, budget: Budget) => Result<Stepped, ReadProblem>;

const STEPS: Readonly<Record<string, ReadStep>> = {
  StandardScaler: (step, view) => {
    const mean = readOptional(step, 'with_mean', 'mean_');
    const scale = readOptional(step, 'with_std', 'scale_');
    return standardise(step, view, mean, scale);
  },
  RobustScaler: (step, view) => {
    const center = readOptional(step, 'with_centering', 'center_');
    const scale = readOptional(step, 'with_scaling', 'scale_');
    return standardise(step, view, center, scale);
  },
  MaxAbsScaler: (step, view) =>
    standardise(step, view, ok(null), readRow(step, 'scale_', null), [-1, 1]),
  MinMaxScaler: readMinMax,
  VarianceThreshold: (step, view) => {
    const variances = readNumbersOf(step.fields.get('variances_'));
    const threshold = readNumber(step, 'threshold');
    if (!variances.ok) return variances;
    if (!threshold.ok) return threshold;
    return pick(
      step,
      view,
      [...variances.value].map((value) => value > threshold.value),
    );
  },
  SelectKBest: readBest,
  PCA: readComponents,
  Normalizer: readNormalizer,
  SimpleImputer: readImputer,
};

/** What a pipeline's step is that does nothing. */
export function isPassed(step: PickleValue | undefined): boolean {
  return step === null || step === 'passthrough';
}

/** Whether it is a step that changes columns, and no classifier. */
export function isStep(name: string): boolean {
  return Object.hasOwn(STEPS, name);
}

/** The steps in the order in which a person is told of them. */
const STEP_NAMES = [
  ...['StandardScaler', 'MinMaxScaler', 'MaxAbsScaler', 'RobustScaler', 'Normalizer'],
  ...['SimpleImputer', 'PCA', 'VarianceThreshold', 'SelectKBest'],
];

/** Reads a step of a pipeline before its classifier. */
export function readStep(
  value: PickleValue | undefined,
  view: InputView,
  budget: Budget,
): Result<Stepped, ReadProblem> {
  const step = readEstimator(value);
  const read = step !== null && isStep(step.name) ? STEPS[step.name] : undefined;
  if (step !== null && read !== undefined) {
    const spent = budget.spendStep(view.depth);
    if (spent !== null) return err(spent);
    const stepped = read(step, view, budget);
    const spentAfter = stepped.ok ? budget.spendNumbers(stepped.value.features) : null;
    return spentAfter === null ? stepped : err(spentAfter);
  }
  return err(
    unsupported(
      step === null
        ? sentence('sklearn.stepNoObject')
        : sentence('sklearn.stepOther', { step: step.name }),
      sentence('sklearn.stepsCure', { steps: { list: STEP_NAMES } }),
    ),
  );
}

/** Reads an attribute with a number for each column; null when its option is off. */
function readOptional(
  step: Estimator,
  option: string,
  field: string,
): Result<Float64Array | null, ReadProblem> {
  return step.fields.get(option) === false ? ok(null) : readRow(step, field, null);
}

/** Subtracts and divides, each column by its own number. */
function standardise(
  step: Estimator,
  view: InputView,
  centre: Result<Float64Array | null, ReadProblem>,
  scale: Result<Float64Array | null, ReadProblem>,
  clip: readonly [number, number] | null = null,
): Result<Stepped, ReadProblem> {
  if (!centre.ok) return centre;
  if (!scale.ok) return scale;
  const features =
    centre.value?.length ?? scale.value?.length ?? readCount(step.fields.get('n_features_in_'));
  if (features === null || !fits(view, features)) return err(ofOtherColumns(step));
  const by = centre.value ?? new Float64Array(features);
  const over = scale.value ?? new Float64Array(features).fill(1);
  if (by.length !== over.length || !over.every((value) => value > 0)) {
    return err(incomplete(step.name, 'scale_'));
  }
  const isClipped = clip !== null && step.fields.get('clip') === true;
  const [low, high] = isClipped ? clip : [-Infinity, Infinity];
  const scaled = view.scale(
    {
      apply: (value, column) =>
        Math.min(Math.max((value - by[column]!) / over[column]!, low), high),
      express: (of) =>
        isClipped
          ? { op: 'clip', of: { op: 'standardise', of, by, over }, low, high }
          : { op: 'standardise', of, by, over },
    },
    features,
  );
  return ok({ view: scaled, features });
}

/** Multiplies and adds, and keeps the result in its range when it was told to. */
function readMinMax(step: Estimator, view: InputView): Result<Stepped, ReadProblem> {
  const by = readRow(step, 'scale_', null);
  const plus = readRow(step, 'min_', null);
  if (!by.ok) return by;
  if (!plus.ok) return plus;
  const features = by.value.length;
  if (!fits(view, features)) return err(ofOtherColumns(step));
  if (plus.value.length !== features || !by.value.every((value) => value > 0)) {
    return err(incomplete(step.name, 'scale_', 'min_'));
  }
  const range = step.fields.get('clip') === true ? readRange(step) : null;
  if (step.fields.get('clip') === true && range === null) {
    return err(incomplete(step.name, 'feature_range'));
  }
  const [low, high] = range ?? [-Infinity, Infinity];
  const scaled = view.scale(
    {
      apply: (value, column) =>
        Math.min(Math.max(value * by.value[column]! + plus.value[column]!, low), high),
      express: (of) => {
        const moved = { op: 'scale', of, by: by.value, plus: plus.value } as const;
        return range === null ? moved : { op: 'clip', of: moved, low, high };
      },
    },
    features,
  );
  return ok({ view: scaled, features });
}

function readRange({ fields }: Estimator): readonly [number, number] | null {
  const value = fields.get('feature_range');
  const items =
    typeof value === 'object' && value !== null && 'items' in value ? value.items : undefined;
  const [low, high] = (items ?? []).map(Number);
  return low !== undefined && high !== undefined && low < high ? [low, high] : null;
}

/** Reads a PCA: the columns less their means, times the components, which whitening makes equally wide. */
function readComponents(
  step: Estimator,
  view: InputView,
  budget: Budget,
): Result<Stepped, ReadProblem> {
  const components = readMatrix(step, 'components_', budget);
  if (!components.ok) return components;
  const { rows, columns: features, data } = components.value;
  const means = readRow(step, 'mean_', features);
  const variances = readRow(step, 'explained_variance_', rows);
  if (!means.ok) return means;
  if (!variances.ok) return variances;
  if (!fits(view, features)) return err(ofOtherColumns(step));
  const bias = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < features; c++) bias[r]! -= data[r * features + c]! * means.value[c]!;
  }
  const isWhite = step.fields.get('whiten') === true;
  const by = variances.value.map((variance) =>
    isWhite ? 1 / Math.max(Math.sqrt(variance), FLOAT64_EPSILON) : 1,
  );
  const weights = transpose(components.value);
  const mixed = view.mix(
    (of) => ({
      op: 'scale',
      of: { op: 'dense', of, weights, bias },
      by,
      plus: new Float64Array(rows),
    }),
    features,
  );
  return ok({ view: mixed, features });
}

/** Reads a Normalizer, which divides each spectrum by its own size. */
function readNormalizer(step: Estimator, view: InputView): Result<Stepped, ReadProblem> {
  const norm = step.fields.get('norm');
  const features = view.columns ?? readCount(step.fields.get('n_features_in_'));
  if (features === null) return err(incomplete(step.name, 'n_features_in_'));
  if (norm !== 'l1' && norm !== 'l2' && norm !== 'max') return err(incomplete(step.name, 'norm'));
  return ok({ view: view.mix((of) => ({ op: 'norm', of, norm }), features), features });
}

/** Reads a SimpleImputer, which does nothing where no value is missing, as in spectra. */
function readImputer(step: Estimator, view: InputView): Result<Stepped, ReadProblem> {
  const filled = readNumbersOf(step.fields.get('statistics_'));
  if (!filled.ok) return filled;
  const missing = readScalar(step.fields.get('missing_values'));
  const isIdle =
    missing !== null &&
    Number.isNaN(missing) &&
    (step.fields.get('add_indicator') ?? false) === false &&
    // It leaves out a column that had no value at all in training.
    filled.value.every(Number.isFinite);
  return isIdle
    ? ok({ view, features: filled.value.length })
    : err(unsupported(sentence('sklearn.imputerChanges')));
}

/** Reads a SelectKBest: the k columns with the largest scores, the later ones where they are equal. */
function readBest(step: Estimator, view: InputView): Result<Stepped, ReadProblem> {
  const array = readArray(step.fields.get('scores_'));
  if (!array.ok) return array;
  const numbers = readNumbers(array.value);
  if (!numbers.ok) return numbers;
  const scores = [...numbers.value].map((score) =>
    Number.isNaN(score) ? -Number.MAX_VALUE : score,
  );
  const k = step.fields.get('k') === 'all' ? scores.length : readCount(step.fields.get('k'));
  if (k === null) return err(incomplete(step.name, 'k'));
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || b - a);
  const best = new Set(order.slice(0, k));
  return pick(
    step,
    view,
    scores.map((_, i) => best.has(i)),
  );
}

function pick(
  step: Estimator,
  view: InputView,
  kept: readonly boolean[],
): Result<Stepped, ReadProblem> {
  if (!fits(view, kept.length)) return err(ofOtherColumns(step));
  const picked = kept.flatMap((is, i) => (is ? [i] : []));
  return picked.length === 0
    ? err(incompleteAs(sentence('sklearn.incompleteKeptColumn', { estimator: step.name })))
    : ok({ view: view.pick(picked, kept.length), features: kept.length });
}

function fits({ columns }: InputView, features: number): boolean {
  return columns === null || columns === features;
}

function ofOtherColumns({ name }: Estimator) {
  return incompleteAs(sentence('sklearn.incompleteFeaturesBefore', { estimator: name }));
}
