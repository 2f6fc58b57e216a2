/** A tree as parallel arrays of its nodes; node 0 is the root, and children come after parents. */
export interface DecisionTree {
  /** Number of columns of the input. */
  readonly features: number;
  /** Number of columns of `values`: its classes, or 1. */
  readonly columns: number;
  /** [nodes] the next node if `x <= threshold`; -1 for a leaf. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** [nodes] the column that is compared; meaningless for a leaf. */
  readonly feature: Float64Array;
  /** [nodes] as scikit-learn compares it: float64, with x a float32. */
  readonly threshold: Float64Array;
  /** [nodes x columns] what a leaf gives: fractions of the classes, which sum to 1, or any number. */
  readonly values: Float64Array;
}
