import { readScalar } from '../pickle/numpy/numbers';
import { listItems, type PickleValue, tupleItems } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { describeModel } from './describe-model';
import { type Estimator, readCount, readEstimator } from './estimator';
import { type Expression, meanOf, widthOf } from './expression';
import type { Model, ReadContext, ReadProblem } from './model';
import { incomplete, incompleteAs, named, unsupported, withoutProbabilities } from './problems';
import { readClasses } from './read-classes';
import { readNumbersOf } from './read-matrix';
import { sentence } from '../../words/told/sentence';

/** Reads a VotingClassifier that takes the mean of its classifiers' probabilities. */
export function readVoting(
  estimator: Estimator,
  { view, read }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  if (fields.get('voting') !== 'soft') {
    return err(
      unsupported(
        sentence('sklearn.countsVotes', { model: named(name) }),
        sentence('sklearn.trainWith', { option: "voting='soft'" }),
      ),
    );
  }
  const members = listItems(fields.get('estimators_'));
  if (members === null || members.length === 0) return err(incomplete(name, 'estimators_'));
  const weights = readWeights(estimator, members.length);
  if (weights === null) return err(incomplete(name, 'weights'));
  const parts: Expression[] = [];
  let first: Model | null = null;
  for (const member of members) {
    const inner = read(member, view);
    if (!inner.ok) return inner;
    first ??= inner.value;
    if (!inner.value.probabilities.ok) return inner.value.probabilities;
    if (
      inner.value.features !== first.features ||
      inner.value.classes.length !== classes.value.length
    ) {
      return err(incompleteAs(sentence('sklearn.incompleteAllOfEstimators', { estimator: name })));
    }
    parts.push(inner.value.probabilities.value);
  }
  return ok({
    ...describeModel(estimator, first?.features ?? null),
    name: `${name} of ${members
      .map((member) => readEstimator(member)?.name)
      .slice(0, 5)
      .join(', ')}`,
    classes: classes.value,
    probabilities: ok(weights.length === 0 ? meanOf(parts) : meanOf(parts, weights)),
    decisions: null,
    sumsToOne: true,
  });
}

/** @returns the weights of the classifiers that were not dropped, none when all weigh the same; null: unreadable */
function readWeights({ fields }: Estimator, count: number): number[] | null {
  const weights = fields.get('weights') ?? null;
  if (weights === null) return [];
  const values = itemsOf(weights)?.map((value) => readScalar(value));
  const given = (listItems(fields.get('estimators')) ?? []).map((item) => tupleItems(item)?.[1]);
  const kept = values?.filter((_, i) => given[i] !== 'drop' && given[i] !== null) ?? [];
  const isWhole =
    kept.length === count &&
    kept.every((value) => value !== null && value >= 0 && value < Infinity);
  return isWhole && kept.some((value) => value !== 0) ? kept.map(Number) : null;
}

function itemsOf(value: PickleValue): readonly PickleValue[] | null {
  const numbers = readNumbersOf(value);
  return numbers.ok ? [...numbers.value] : (listItems(value) ?? tupleItems(value));
}

/** Reads a BaggingClassifier: the mean of classifiers that were trained on parts of the spectra and the columns. */
export function readBagging(
  estimator: Estimator,
  { view, budget, read }: ReadContext,
): Result<Model, ReadProblem> {
  const { name, fields } = estimator;
  const classes = readClasses(fields.get('classes_'));
  if (!classes.ok) return classes;
  const members = listItems(fields.get('estimators_'));
  const columns = listItems(fields.get('estimators_features_'));
  const features = readCount(fields.get('n_features_in_') ?? fields.get('n_features_'));
  if (members === null || members.length === 0) return err(incomplete(name, 'estimators_'));
  if (columns?.length !== members.length) return err(incomplete(name, 'estimators_features_'));
  if (features === null) return err(incomplete(name, 'n_features_in_'));
  const parts: Expression[] = [];
  const decisions: Expression[] = [];
  let hasProbabilities = true;
  for (const [i, member] of members.entries()) {
    const picked = readNumbersOf(columns[i]);
    if (!picked.ok) return picked;
    const spent = budget.spendNumbers(picked.value.length);
    if (spent !== null) return err(spent);
    if (!picked.value.every((at) => Number.isInteger(at) && at >= 0 && at < features)) {
      return err(incomplete(name, 'estimators_features_'));
    }
    const isAll = picked.value.length === features && picked.value.every((at, c) => at === c);
    const inner = read(member, isAll ? view : view.pick([...picked.value], features));
    if (!inner.ok) return inner;
    if (inner.value.features !== picked.value.length) {
      return err(incomplete(name, 'estimators_features_'));
    }
    const { probabilities } = inner.value;
    hasProbabilities &&= probabilities.ok;
    if (probabilities.ok) {
      const part = spread(probabilities.value, inner.value.classes, classes.value.length);
      if (part === null)
        return err(
          incompleteAs(sentence('sklearn.incompleteClassesOfEstimators', { estimator: name })),
        );
      parts.push(part);
    }
    if (inner.value.decisions !== null) decisions.push(inner.value.decisions);
  }
  const kind = readEstimator(members[0])?.name ?? 'nothing';
  return ok({
    ...describeModel(estimator, features),
    name: `${name} of ${kind}`,
    classes: classes.value,
    probabilities: hasProbabilities
      ? ok(meanOf(parts))
      : err(
          withoutProbabilities(
            name,
            sentence('sklearn.noProbabilitiesOf', { model: named(name), member: kind }),
          ),
        ),
    decisions: areAlike(decisions, members.length) ? meanOf(decisions) : null,
    sumsToOne: true,
  });
}

/** Whether there are so many tables, all of as many columns. */
function areAlike(tables: readonly Expression[], count: number): boolean {
  return tables.length === count && new Set(tables.map(widthOf)).size === 1;
}

/** Gives columns of zeros to the classes that a member has not seen; it knows classes by their number. */
function spread(of: Expression, labels: readonly string[], count: number): Expression | null {
  if (labels.length === count) return of;
  const places = labels.map(Number);
  if (!places.every((at) => Number.isInteger(at) && at >= 0 && at < count)) return null;
  const parts = Array.from({ length: count }, (_, c): Expression => {
    const at = places.indexOf(c);
    return at < 0 ? { op: 'constant', value: 0 } : { op: 'pick', of, picked: [at] };
  });
  return { op: 'join', of: parts };
}
