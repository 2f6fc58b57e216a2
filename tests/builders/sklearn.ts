import { type NumpyStyle, numbers, records, scalar, texts } from './numpy';
import { call, dict, list, object, type Py, tuple } from './pickle';

/** The style in which a version of scikit-learn writes its models. */
export interface SklearnStyle extends NumpyStyle {
  readonly version: string;
  /** Whether the records of nodes have the field `missing_go_to_left`, and fractions in place of counts. */
  readonly isFrom1_3: boolean;
}

/** A node: a split, or a leaf with its counts of classes. */
export type TestNode =
  | {
      readonly feature: number;
      readonly threshold: number;
      readonly left: number;
      readonly right: number;
    }
  | { readonly counts: readonly number[] };

export interface TestTree {
  readonly features: number;
  readonly classes: number;
  readonly nodes: readonly TestNode[];
}

/**
 * Writes a `sklearn.tree._tree.Tree`.
 *
 * @param changed fields of its state that are written differently
 */
export function treeRecord(
  tree: TestTree,
  style: SklearnStyle,
  changed: Record<string, Py> = {},
): Py {
  const { features, classes, nodes } = tree;
  const column = (pick: (node: TestNode) => number) => nodes.map(pick);
  const split = (field: 'left' | 'right' | 'feature' | 'threshold', leaf: number) =>
    column((node) => ('counts' in node ? leaf : node[field]));
  const zeros = nodes.map(() => 0);
  const fields = [
    { name: 'left_child', code: 'i8', offset: 0, values: split('left', -1) },
    { name: 'right_child', code: 'i8', offset: 8, values: split('right', -1) },
    { name: 'feature', code: 'i8', offset: 16, values: split('feature', -2) },
    { name: 'threshold', code: 'f8', offset: 24, values: split('threshold', -2) },
    { name: 'impurity', code: 'f8', offset: 32, values: zeros },
    { name: 'n_node_samples', code: 'i8', offset: 40, values: zeros },
    { name: 'weighted_n_node_samples', code: 'f8', offset: 48, values: zeros },
    ...(style.isFrom1_3
      ? [{ name: 'missing_go_to_left', code: 'u1' as const, offset: 56, values: zeros }]
      : []),
  ] as const;
  const values = nodes.flatMap((node) => {
    const counts = 'counts' in node ? node.counts : Array.from({ length: classes }, () => 1);
    const sum = counts.reduce((total, count) => total + count, 0);
    return style.isFrom1_3 ? counts.map((count) => count / (sum || 1)) : counts;
  });
  const state = {
    max_depth: nodes.length,
    node_count: nodes.length,
    nodes: records(fields, style.isFrom1_3 ? 64 : 56, style),
    values: numbers('f8', values, style, [nodes.length, 1, classes]),
    ...changed,
  };
  return call(
    'sklearn.tree._tree.Tree',
    [features, numbers('i8', [classes], style), 1],
    dict(state),
  );
}

export function decisionTree(tree: TestTree, style: SklearnStyle, classes: Py): Py {
  return object(
    'sklearn.tree._classes.DecisionTreeClassifier',
    dict({
      criterion: 'gini',
      max_depth: null,
      n_outputs_: 1,
      n_classes_: scalar('i8', tree.classes, style),
      classes_: classes,
      tree_: treeRecord(tree, style),
      _sklearn_version: style.version,
    }),
  );
}

export function forest(
  trees: readonly TestTree[],
  style: SklearnStyle,
  classes: Py,
  kind: 'RandomForestClassifier' | 'ExtraTreesClassifier' = 'RandomForestClassifier',
): Py {
  const indices = numbers(
    'f8',
    Array.from({ length: trees[0]?.classes ?? 0 }, (_, i) => i),
    style,
  );
  // A tree that occurs many times is written once, and then referred to.
  const members = new Map(trees.map((tree) => [tree, decisionTree(tree, style, indices)]));
  return object(
    `sklearn.ensemble._forest.${kind}`,
    dict({
      n_estimators: trees.length,
      n_outputs_: 1,
      classes_: classes,
      estimators_: list(...trees.map((tree) => members.get(tree) ?? null)),
      _sklearn_version: style.version,
    }),
  );
}

export function oneVsRest(
  estimators: readonly Py[],
  style: SklearnStyle,
  classes: Py,
  targets: 'multiclass' | 'binary' | 'multilabel-indicator',
): Py {
  const binarizer = object(
    'sklearn.preprocessing._label.LabelBinarizer',
    dict({ neg_label: 0, y_type_: targets, classes_: classes }),
  );
  return object(
    'sklearn.multiclass.OneVsRestClassifier',
    dict({
      n_jobs: null,
      label_binarizer_: binarizer,
      estimators_: list(...estimators),
      _sklearn_version: style.version,
    }),
  );
}

export function constantPredictor(positive: 0 | 1, style: SklearnStyle): Py {
  return object(
    'sklearn.multiclass._ConstantPredictor',
    dict({ y_: numbers('i8', [positive], style) }),
  );
}

export interface TestRegression {
  readonly coefficients: readonly (readonly number[])[];
  readonly intercept: readonly number[];
  readonly options: Readonly<Record<string, Py>>;
}

export function logisticRegression(
  { coefficients, intercept, options }: TestRegression,
  style: SklearnStyle,
  classes: readonly string[],
): Py {
  const rows = coefficients.length;
  return object(
    'sklearn.linear_model._logistic.LogisticRegression',
    dict({
      solver: 'lbfgs',
      classes_: texts(classes, style),
      coef_: numbers('f8', coefficients.flat(), style, [rows, coefficients.flat().length / rows]),
      intercept_: numbers('f8', intercept, style),
      _sklearn_version: style.version,
      ...options,
    }),
  );
}

export function scaler(mean: readonly number[], scale: readonly number[], style: SklearnStyle): Py {
  return object(
    'sklearn.preprocessing._data.StandardScaler',
    dict({
      with_mean: true,
      with_std: true,
      mean_: numbers('f8', mean, style),
      scale_: numbers('f8', scale, style),
    }),
  );
}

export function pipeline(steps: readonly Py[], version: string): Py {
  const named = steps.map((step, i) => tuple(`step${i}`, step));
  return object(
    'sklearn.pipeline.Pipeline',
    dict({ steps: list(...named), memory: null, _sklearn_version: version }),
  );
}
