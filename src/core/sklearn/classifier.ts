import type { Expression } from './expression';

/** A scikit-learn classifier as plain numbers: everything that its `predict_proba` depends on. */
export interface Classifier {
  /** What it is: `RandomForestClassifier`, `RandomForestClassifier behind a StandardScaler`. */
  readonly name: string;
  /** Version of the scikit-learn that wrote it, if the file has it. */
  readonly version: string | null;
  /** Number of columns of its input, or null when it uses none. */
  readonly features: number | null;
  /** What the file itself calls its columns, in its order, or null. */
  readonly featureNames: readonly string[] | null;
  /** Names of its classes, in the order of its columns of probabilities. */
  readonly classes: readonly string[];
  /** Its probabilities, a column a class. */
  readonly probabilities: Expression;
  readonly sumsToOne: boolean;
}
