import { readArray } from '../pickle/numpy/array';
import { listItems, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { CLASSIFIER_LIMITS } from './budget';
import { type Estimator, readCount, readEstimator } from './estimator';
import { scaled, type TreeMember } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { brokenTree, incomplete, incompleteAs, named, unsupported } from './problems';
import { describeModel } from './describe-model';
import { readClasses } from './read-classes';
import { readTree } from './read-tree';
import { sentence } from '../../words/told/sentence';

export const FORESTS = ['RandomForestClassifier', 'ExtraTreesClassifier'];
export const TREES = ['DecisionTreeClassifier', 'ExtraTreeClassifier'];

/** Reads a forest, which gives the mean of its trees' fractions; or a single tree, which is a forest of one. */
export function readForest(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const outputs = readCount(fields.get('n_outputs_'));
  if (outputs !== null && outputs > 1) return err(severalLabels(name, outputs));
  if (outputs !== 1)
    return err(incompleteAs(sentence('sklearn.incompleteOutput', { estimator: name })));
  const labels = readArray(fields.get('classes_'));
  if (!labels.ok) return labels;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const count = classes.value.length;
  const trees = TREES.includes(name) ? [estimator] : readMembers(fields.get('estimators_'));
  if (trees === null || trees.length === 0) return err(incomplete(name, 'estimators_'));

  const members: TreeMember[] = [];
  const targets = classes.value.map((_, c) => c);
  let features: number | null = null;
  for (const member of trees) {
    const tree = readTree(member?.fields.get('tree_'), budget, 'fractions');
    if (!tree.ok) return tree;
    if (tree.value.columns !== count) {
      return err(
        brokenTree(sentence('sklearn.treeClasses', { count: tree.value.columns, expected: count })),
      );
    }
    features ??= tree.value.features;
    if (tree.value.features !== features) {
      return err(brokenTree(sentence('sklearn.treeFeatures')));
    }
    members.push({ tree: view.unfold(tree.value, true), targets });
  }
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: ok(
      scaled({ op: 'trees', of: view.mixed, columns: count, members }, 1 / members.length),
    ),
    decisions: null,
    sumsToOne: true,
  });
}

/** The problem of a model that says of several things at once whether they are so. */
export function severalLabels(name: string, outputs: number) {
  return unsupported(
    sentence('sklearn.severalLabelsCounted', { model: named(name), count: outputs }),
    sentence('sklearn.severalLabelsCountedCure'),
  );
}

/** Reads the trees of a forest. A member that is not a tree has no `tree_`, by which it is detected later. */
function readMembers(value: PickleValue | undefined): (Estimator | null)[] | null {
  const items = listItems(value);
  if (items === null || items.length > CLASSIFIER_LIMITS.trees) return null;
  return items.map((item) => readEstimator(item));
}
