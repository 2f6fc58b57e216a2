import type { ArrayProblem } from '../pickle/numpy/problems';
import type { PickleValue } from '../pickle/value';
import type { Result } from '../result';
import type { Budget } from './budget';
import type { Expression } from './expression';
import type { InputView } from './input-view';
import type { ClassifierProblem } from './problems';

export type ReadProblem = ClassifierProblem | ArrayProblem;

/** A classifier that was read, whole or a part of another. */
export interface Model {
  /** What it is, for people: `RandomForestClassifier behind a StandardScaler`. */
  readonly name: string;
  /** Version of the scikit-learn that wrote it, if the file has it. */
  readonly version: string | null;
  /** Number of columns that it takes of the spectra, or null when it uses none. */
  readonly features: number | null;
  /** The names of those columns, when it was trained on a table that has them. */
  readonly featureNames: readonly string[] | null;
  readonly classes: readonly string[];
  /** `predict_proba`, a column a class; or why there is none. */
  readonly probabilities: Result<Expression, ClassifierProblem>;
  /** `decision_function`, a column a class or one for two classes; null when the class has none. */
  readonly decisions: Expression | null;
  /** Whether a row of probabilities sums to 1. */
  readonly sumsToOne: boolean;
}

/** What a reader of one kind of classifier is given beside its object. */
export interface ReadContext {
  readonly view: InputView;
  readonly budget: Budget;
  /** Reads a classifier within this one. */
  readonly read: (value: PickleValue | undefined, view: InputView) => Result<Model, ReadProblem>;
}
