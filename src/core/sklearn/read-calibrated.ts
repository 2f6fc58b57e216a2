import { listItems, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import type { Budget } from './budget';
import { describeModel } from './describe-model';
import { type Estimator, readEstimator } from './estimator';
import { type Expression, meanOf, scaled, withComplement, widthOf } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import {
  type ClassifierProblem,
  incomplete,
  incompleteAs,
  incompleteOfClasses,
  named,
  ofFloat32,
  unsupported,
} from './problems';
import { readClasses } from './read-classes';
import { isOfFloat64, readNumber, readNumbersOf } from './read-matrix';
import { type Sentence, sentence } from '../../words/told/sentence';

/** What is added to probabilities before their logarithms are taken. */
const NEARLY_ZERO = 1e-12;

/**
 * Reads a CalibratedClassifierCV: the mean of classifiers, the values of each of which go through curves that
 * were fitted to what they meant, one a class. Values are those of `decision_function` where there is one, else
 * probabilities.
 */
export function readCalibrated(
  estimator: Estimator,
  { view, budget, read }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const members = listItems(fields.get('calibrated_classifiers_'));
  if (members === null || members.length === 0 || classes.value.length < 2) {
    return err(incomplete(name, 'calibrated_classifiers_'));
  }
  const parts: Expression[] = [];
  let first: Model | null = null;
  for (const value of members) {
    const member = readEstimator(value);
    if (member === null) return err(incomplete(name, 'calibrated_classifiers_'));
    // It was called base_estimator before version 1.2.
    const inner = read(member.fields.get('estimator') ?? member.fields.get('base_estimator'), view);
    if (!inner.ok) return inner;
    first ??= inner.value;
    if (inner.value.features !== first.features) {
      return err(
        incompleteAs(sentence('sklearn.incompleteFeaturesOfEstimators', { estimator: name })),
      );
    }
    const part = calibrate(member, inner.value, classes.value, budget);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok({
    ...describeModel(estimator, first?.features ?? null),
    featureNames: describeModel(estimator, null).featureNames ?? first?.featureNames ?? null,
    name: `${name} of ${first?.name ?? 'nothing'}`,
    classes: classes.value,
    probabilities: ok(meanOf(parts)),
    decisions: null,
    sumsToOne: true,
  });
}

function calibrate(
  { name, fields }: Estimator,
  inner: Model,
  classes: readonly string[],
  budget: Budget,
): Result<Expression, ReadProblem> {
  const given: Result<Expression, ReadProblem> =
    inner.decisions === null ? inner.probabilities : ok(inner.decisions);
  if (!given.ok) return given;
  const curves = listItems(fields.get('calibrators') ?? fields.get('calibrators_'));
  if (fields.get('method') === 'temperature' && inner.classes.length === classes.length) {
    // Within 1e-12 of 1 its p is noise of the logarithms that it is computed from, and 1 - p nothing else.
    if (classes.length === 2 && /NB\b/.test(inner.name))
      return err(
        ofNoise(sentence('sklearn.calibrationNoiseTemperature', { model: named(inner.name) })),
      );
    return addTemperature(curves?.[0], given.value, inner.decisions === null);
  }
  const places = inner.classes.map((label) => classes.indexOf(label));
  const isBinary = classes.length === 2;
  if (curves === null || places.includes(-1) || inner.classes.length < (isBinary ? 2 : 3)) {
    return err(incompleteOfClasses(name, 'calibrators'));
  }
  const values = given.value;
  if (isBinary) {
    if (curves.length !== 1)
      return err(incompleteAs(sentence('sklearn.incompleteCalibrator', { estimator: name })));
    const positive = widthOf(values) === 1 ? values : pick(values, 1);
    const curve = addCurve(curves[0], positive, budget);
    return curve.ok ? ok(withComplement(curve.value)) : curve;
  }
  if (curves.length !== places.length || widthOf(values) !== places.length) {
    return err(incompleteOfClasses(name, 'calibrators'));
  }
  const columns: Expression[] = classes.map(() => ({ op: 'constant', value: 0 }));
  for (const [i, place] of places.entries()) {
    const curve = addCurve(curves[i], pick(values, i), budget);
    if (!curve.ok) return curve;
    columns[place] = curve.value;
  }
  return ok({ op: 'normalise', of: { op: 'join', of: columns }, zeros: 'become uniform' });
}

/** Divides the logarithms of probabilities, or decision values, by a temperature. From scikit-learn 1.8 on. */
function addTemperature(
  curve: PickleValue | undefined,
  values: Expression,
  areProbabilities: boolean,
): Result<Expression, ReadProblem> {
  const calibrator = readEstimator(curve);
  if (calibrator?.name !== '_TemperatureScaling') {
    return err(incomplete('CalibratedClassifierCV', 'calibrators'));
  }
  const factor = readNumber(calibrator, 'beta_');
  if (!factor.ok) return factor;
  const logits: Expression = areProbabilities
    ? { op: 'log', of: scaled(withOwnComplement(values), 1, NEARLY_ZERO) }
    : widthOf(values) === 1
      ? { op: 'join', of: [scaled(values, -1), values] }
      : values;
  return ok({ op: 'softmax', of: scaled(logits, factor.value) });
}

/** Of two classes scikit-learn takes p of the second, and 1 - p, which has fewer digits than p of the first. */
function withOwnComplement(probabilities: Expression): Expression {
  return widthOf(probabilities) === 2 ? withComplement(pick(probabilities, 1)) : probabilities;
}

function pick(of: Expression, column: number): Expression {
  return { op: 'pick', of, picked: [column] };
}

/** Adds the curve that a calibrator puts a column of values through. */
function addCurve(
  value: PickleValue | undefined,
  of: Expression,
  budget: Budget,
): Result<Expression, ReadProblem> {
  const calibrator = readEstimator(value);
  if (calibrator?.name === '_SigmoidCalibration') {
    const slope = readNumber(calibrator, 'a_');
    const shift = readNumber(calibrator, 'b_');
    if (!slope.ok) return slope;
    if (!shift.ok) return shift;
    return ok({ op: 'sigmoid', of: scaled(of, -slope.value, -shift.value) });
  }
  if (calibrator?.name === 'IsotonicRegression') return addSteps(calibrator, of, budget);
  return err(incomplete('CalibratedClassifierCV', 'calibrators'));
}

function addSteps(
  { name, fields }: Estimator,
  of: Expression,
  budget: Budget,
): Result<Expression, ReadProblem> {
  // The points were private before version 0.24.
  const points = fields.get('X_thresholds_') ?? fields.get('_necessary_X_');
  const x = readNumbersOf(points);
  const y = readNumbersOf(fields.get('y_thresholds_') ?? fields.get('_necessary_y_'));
  if (!x.ok) return x;
  if (!y.ok) return y;
  const spent = budget.spendNumbers(x.value.length + y.value.length);
  if (spent !== null) return err(spent);
  const isWhole =
    x.value.length > 0 &&
    x.value.length === y.value.length &&
    x.value.every((value, i) => Number.isFinite(value) && (i === 0 || value > x.value[i - 1]!)) &&
    y.value.every(Number.isFinite) &&
    fields.get('out_of_bounds') === 'clip';
  if (!isWhole) return err(incomplete(name, 'X_thresholds_', 'y_thresholds_'));
  // A curve that is steep between two points shows every digit of what is put through it.
  if (!isOfFloat64(points)) return err(ofFloat32(sentence('sklearn.calibrationFloat32', { name })));
  if (x.value.length === 1) return ok({ op: 'constant', value: y.value[0]! });
  if (isTooSteep(x.value, y.value))
    return err(ofNoise(sentence('sklearn.calibrationNoise', { calibrator: named(name) })));
  return ok({ op: 'interpolate', of, x: x.value, y: y.value });
}

/** Rise in units of the value that it starts from: with more, the last digits of a value decide. */
const STEEPEST = 1e6;

function isTooSteep(x: Float64Array, y: Float64Array): boolean {
  return x.some((value, i) => {
    if (i === 0) return false;
    const before = x[i - 1]!;
    const size = Math.max(Math.abs(value), Math.abs(before));
    return (Math.abs(y[i]! - y[i - 1]!) * size) / (value - before) > STEEPEST;
  });
}

function ofNoise(message: Sentence): ClassifierProblem {
  const option = "method='sigmoid'";
  return unsupported(message, sentence('sklearn.calibrateSigmoid', { option }));
}
