/** A scikit-learn classifier as plain numbers: everything that its `predict_proba` depends on. */
export interface Classifier {
  /** Name of its class: `RandomForestClassifier`. */
  readonly name: string;
  /** Version of the scikit-learn that wrote it, if the file has it. */
  readonly version: string | null;
  /** Number of columns of its input, or null when it uses none. */
  readonly features: number | null;
  /** Names of its classes, in the order of its columns of probabilities. */
  readonly classes: readonly string[];
  readonly scorer: Scorer;
}

export type Scorer = ForestScorer | OneVsRestScorer | LinearScorer;

/** The mean of the trees' fractions. */
export interface ForestScorer {
  readonly kind: 'forest';
  readonly trees: readonly DecisionTree[];
}

/** One estimator per class, or one for the second of two classes. */
export interface OneVsRestScorer {
  readonly kind: 'one-vs-rest';
  readonly estimators: readonly PositiveScorer[];
  /** Whether a row is divided by its sum; not so for a model of several labels at once. */
  readonly normalise: boolean;
}

/** The probability of an estimator's second class. */
export type PositiveScorer =
  ForestScorer | { readonly kind: 'constant'; readonly probability: number };

/** A link function of `weights` times the input plus `bias`, one row per class. */
export interface LinearScorer {
  readonly kind: 'linear';
  /** [classes x features], row by row. */
  readonly weights: Float64Array;
  /** [classes] */
  readonly bias: Float64Array;
  /** `sigmoids` are divided by their sum. */
  readonly link: 'softmax' | 'sigmoids';
}

/** A tree as parallel arrays of its nodes; node 0 is the root, and children come after parents. */
export interface DecisionTree {
  /** Number of columns of the input. */
  readonly features: number;
  readonly classes: number;
  /** [nodes] the next node if `x <= threshold`; -1 for a leaf. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** [nodes] the column that is compared; meaningless for a leaf. */
  readonly feature: Float64Array;
  /** [nodes] as scikit-learn compares it: float64, with x cast to float32. */
  readonly threshold: Float64Array;
  /** [nodes x classes] fractions of the classes in a leaf; they sum to 1. */
  readonly fractions: Float64Array;
}
