import { listItems } from '../pickle/value';
import { err, ok, type Result } from '../result';
import type { DecisionTree } from './decision-tree';
import { describeModel } from './describe-model';
import { type Estimator, isBefore, readEstimator, readVersion } from './estimator';
import { type Expression, scaled, type TreeMember, withComplement } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { incomplete, incompleteAs, named, unsupported } from './problems';
import { readClasses } from './read-classes';
import { TREES } from './read-forest';
import { readRow } from './read-matrix';
import { readTree } from './read-tree';
import { sentence } from '../../words/told/sentence';

/** The least probability whose logarithm is taken: float64's epsilon. */
const EPSILON = 2 ** -52;

/** What a leaf adds to the decision values, from its fractions of the classes. */
type Vote = (fractions: Float64Array, weight: number) => Float64Array;

/** SAMME: the weight for the likeliest class, and from version 1.4 on less than nothing for the others. */
function voteFor(others: number): Vote {
  return (fractions, weight) => {
    const likeliest = fractions.indexOf(Math.max(...fractions));
    return fractions.map((_, c) => (c === likeliest ? weight : others * weight));
  };
}

/** SAMME.R: how far the logarithms of the probabilities are from their mean. */
const voteByLogarithms: Vote = (fractions) => {
  const logarithms = fractions.map((p) => Math.log(Math.max(p, EPSILON)));
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length;
  return logarithms.map((value) => (logarithms.length - 1) * (value - mean));
};

/** Reads an AdaBoostClassifier of trees. */
export function readAdaBoost(
  estimator: Estimator,
  { view, budget }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const count = classes.value.length;
  const trees = listItems(fields.get('estimators_'));
  if (trees === null || trees.length === 0 || count < 2)
    return err(incomplete(name, 'estimators_'));
  const weights = readRow(estimator, 'estimator_weights_', null);
  if (!weights.ok) return weights;
  const total = weights.value.reduce((sum, weight) => sum + weight, 0);
  if (weights.value.length < trees.length || !(total > 0)) {
    return err(incomplete(name, 'estimator_weights_'));
  }
  const vote = chooseVote(estimator, count);
  if (!vote.ok) return vote;

  const members: TreeMember[] = [];
  let features: number | null = null;
  for (const [i, value] of trees.entries()) {
    const member = readEstimator(value);
    if (member === null || !TREES.includes(member.name)) {
      return err(
        unsupported(
          member === null
            ? sentence('sklearn.adaBoostOfSomething', { model: named(name) })
            : sentence('sklearn.adaBoostOfOther', { model: named(name), member: member.name }),
        ),
      );
    }
    const tree = readTree(member.fields.get('tree_'), budget, 'fractions');
    if (!tree.ok) return tree;
    features ??= tree.value.features;
    if (tree.value.columns !== count || tree.value.features !== features) {
      return err(incompleteAs(sentence('sklearn.incompleteAllOfTrees', { estimator: name })));
    }
    const voting = replaceValues(tree.value, vote.value, weights.value[i]!);
    members.push({ tree: view.unfold(voting, true), targets: classes.value.map((_, c) => c) });
  }
  const votes = scaled({ op: 'trees', of: view.mixed, columns: count, members }, 1 / total);
  const decisions: Expression =
    count === 2
      ? { op: 'dense', of: votes, weights: Float64Array.of(-1, 1), bias: Float64Array.of(0) }
      : votes;
  return ok({
    ...describeModel(estimator, features),
    classes: classes.value,
    probabilities: ok(
      count === 2
        ? withComplement({ op: 'sigmoid', of: decisions })
        : { op: 'softmax', of: scaled(votes, 1 / (count - 1)) },
    ),
    decisions,
    sumsToOne: true,
  });
}

function chooseVote(estimator: Estimator, classes: number): Result<Vote, ReadProblem> {
  const { name, fields } = estimator;
  const version = readVersion(estimator);
  const isReal = fields.get('algorithm') === 'SAMME.R';
  // It computed probabilities in another way before 0.22, and the votes of SAMME changed after 1.2.
  const isKnown =
    version !== null &&
    !isBefore(version, 0, 22) &&
    (isReal || isBefore(version, 1, 3) || !isBefore(version, 1, 4));
  if (!isKnown) {
    return err(
      unsupported(
        version === null
          ? sentence('sklearn.versionUnknownWayUnknown', { model: named(name) })
          : sentence('sklearn.versionUnknownWay', { model: named(name), version }),
        sentence('sklearn.trainAgain', { version: '1.4' }),
      ),
    );
  }
  if (isReal) return ok(voteByLogarithms);
  return ok(voteFor(isBefore(version, 1, 3) ? 0 : -1 / (classes - 1)));
}

function replaceValues(tree: DecisionTree, vote: Vote, weight: number): DecisionTree {
  const { columns, left } = tree;
  const values = new Float64Array(tree.values.length);
  for (let node = 0; node < left.length; node++) {
    if (left[node] !== -1) continue;
    const start = node * columns;
    values.set(vote(tree.values.subarray(start, start + columns), weight), start);
  }
  return { ...tree, values };
}
