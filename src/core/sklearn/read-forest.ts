import { readArray } from '../pickle/numpy/array';
import type { ArrayProblem } from '../pickle/numpy/problems';
import { listItems, type PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { type Budget, CLASSIFIER_LIMITS } from './budget';
import type { DecisionTree, ForestScorer } from './classifier';
import { type Estimator, readCount, readEstimator } from './estimator';
import { brokenTree, type ClassifierProblem, incomplete } from './problems';
import { readTree } from './read-tree';

const FORESTS = ['RandomForestClassifier', 'ExtraTreesClassifier'];
const TREES = ['DecisionTreeClassifier', 'ExtraTreeClassifier'];

export interface ReadForest {
  readonly scorer: ForestScorer;
  /** Number of classes; their names are only required of the model as a whole. */
  readonly classes: number;
  readonly features: number;
}

export function isForest({ name }: Estimator): boolean {
  return FORESTS.includes(name) || TREES.includes(name);
}

/** Reads a forest, or a single tree, which is a forest of one. */
export function readForest(
  estimator: Estimator,
  budget: Budget,
): Result<ReadForest, ClassifierProblem | ArrayProblem> {
  const { name, fields } = estimator;
  const labels = readArray(fields.get('classes_'));
  if (!labels.ok) return labels;
  const classes = labels.value.length;
  if (readCount(fields.get('n_outputs_')) !== 1) {
    return err(incomplete(name, 'single output (n_outputs_ is not 1)'));
  }
  const members = TREES.includes(name) ? [estimator] : readMembers(fields.get('estimators_'));
  if (members === null || members.length === 0) return err(incomplete(name, 'estimators_'));

  const trees: DecisionTree[] = [];
  for (const member of members) {
    const tree = readTree(member?.fields.get('tree_'), budget);
    if (!tree.ok) return tree;
    if (tree.value.classes !== classes) {
      return err(brokenTree(`has ${tree.value.classes} classes, but the model has ${classes}`));
    }
    if (tree.value.features !== (trees[0] ?? tree.value).features) {
      return err(brokenTree('takes another number of features than the first one'));
    }
    trees.push(tree.value);
  }
  return ok({
    scorer: { kind: 'forest', trees },
    classes,
    features: trees[0]!.features,
  });
}

/** Reads the trees of a forest. A member that is not a tree has no `tree_`, by which it is detected later. */
function readMembers(value: PickleValue | undefined): (Estimator | null)[] | null {
  const items = listItems(value);
  if (items === null || items.length > CLASSIFIER_LIMITS.trees) return null;
  return items.map((item) => readEstimator(item));
}
