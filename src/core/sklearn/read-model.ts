import { listItems, type PickleValue, tupleItems } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { withArticle } from '../text';
import type { Budget } from './budget';
import { readFeatureNames } from './describe-model';
import { type Estimator, readEstimator, readVersion } from './estimator';
import type { InputView } from './input-view';
import type { Model, ReadContext, ReadProblem } from './model';
import { incomplete, incompleteAs, named, unsupported } from './problems';
import { readAdaBoost } from './read-adaboost';
import { readGradientBoosting, readHistogramBoosting } from './read-boosting';
import { readCalibrated } from './read-calibrated';
import { FORESTS, readForest, TREES } from './read-forest';
import { LINEAR, readLinear } from './read-linear';
import { readGaussian, readMultinomial } from './read-naive-bayes';
import { readNetwork } from './read-network';
import { readOneVsRest } from './read-one-vs-rest';
import { isPassed, readStep } from './read-steps';
import { readSvc } from './read-svc';
import { readBagging, readVoting } from './read-voting';
import { refuseEstimator } from './refuse-estimator';
import { sentence } from '../../words/told/sentence';

type Read = (estimator: Estimator, context: ReadContext) => Result<Model, ReadProblem>;

/** How each kind of classifier is read. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...[...FORESTS, ...TREES].map((name) => [name, readForest] as const),
  ...LINEAR.map((name) => [name, readLinear] as const),
  ['OneVsRestClassifier', readOneVsRest],
  ['GradientBoostingClassifier', readGradientBoosting],
  ['HistGradientBoostingClassifier', readHistogramBoosting],
  ['AdaBoostClassifier', readAdaBoost],
  ['CalibratedClassifierCV', readCalibrated],
  ['GaussianNB', readGaussian],
  ['MultinomialNB', readMultinomial],
  ['ComplementNB', readMultinomial],
  ['MLPClassifier', readNetwork],
  ['SVC', readSvc],
  ['NuSVC', readSvc],
  ['VotingClassifier', readVoting],
  ['BaggingClassifier', readBagging],
  ['Pipeline', readPipeline],
  ['FrozenEstimator', readFrozen],
  ...[
    ...['GridSearchCV', 'RandomizedSearchCV', 'HalvingGridSearchCV', 'HalvingRandomSearchCV'],
  ].map((name) => [name, readSearch] as const),
]);

/** Whether it is of a kind that can be read. */
export function isReadable(name: string): boolean {
  return READERS.has(name);
}

/** Reads a classifier, and those within it. */
export function readModel(
  value: PickleValue | undefined,
  view: InputView,
  budget: Budget,
): Result<Model, ReadProblem> {
  const spent = budget.spendEstimator();
  if (spent !== null) return err(spent);
  const estimator = readEstimator(value);
  const read = estimator === null ? undefined : READERS.get(estimator.name);
  if (estimator === null || read === undefined) return err(refuseEstimator(value));
  const context: ReadContext = {
    view,
    budget,
    read: (inner, seen) => readModel(inner, seen, budget),
  };
  return read(estimator, context);
}

/** Reads a Pipeline: scalers and the like, and a classifier at its end. */
function readPipeline(
  pipeline: Estimator,
  { view, budget, read }: ReadContext,
): Result<Model, ReadProblem> {
  const steps = (listItems(pipeline.fields.get('steps')) ?? [])
    .map((step) => tupleItems(step)?.[1])
    .filter((step) => !isPassed(step));
  const last = steps.pop();
  if (last === undefined) return err(incomplete('Pipeline', 'steps'));
  let seen = view;
  let features: number | null = null;
  let featureNames = readFeatureNames(pipeline);
  for (const step of steps) {
    const stepped = readStep(step, seen, budget);
    if (!stepped.ok) return stepped;
    features ??= stepped.value.features;
    const estimator = readEstimator(step);
    featureNames ??= estimator === null ? null : readFeatureNames(estimator);
    seen = stepped.value.view;
  }
  const model = read(last, seen);
  if (!model.ok) return model;
  if (seen.columns !== null && model.value.features !== null && steps.length > 0) {
    if (model.value.features !== seen.columns) {
      return err(
        incompleteAs(sentence('sklearn.incompleteFeaturesOfSteps', { estimator: 'Pipeline' })),
      );
    }
  }
  const before = steps.map((step) => readEstimator(step)?.name ?? '').map(withArticle);
  return ok({
    ...model.value,
    name:
      before.length === 0 ? model.value.name : `${model.value.name} behind ${before.join(' and ')}`,
    version: readVersion(pipeline) ?? model.value.version,
    features: features ?? model.value.features,
    // The names that a classifier behind steps knows are not those of the spectra's columns.
    featureNames: featureNames ?? (steps.length === 0 ? model.value.featureNames : null),
  });
}

/** Reads what keeps a fitted classifier from being fitted again. From scikit-learn 1.6 on. */
function readFrozen(
  { fields }: Estimator,
  { view, read }: ReadContext,
): Result<Model, ReadProblem> {
  return read(fields.get('estimator'), view);
}

/** Reads a search for the best options, which holds the classifier that was trained with them. */
function readSearch(
  { name, fields }: Estimator,
  { view, read }: ReadContext,
): Result<Model, ReadProblem> {
  const best = fields.get('best_estimator_');
  if (best === undefined) {
    return err(
      unsupported(
        sentence('sklearn.notBest', { model: named(name) }),
        sentence('sklearn.notBestCure'),
      ),
    );
  }
  const model = read(best, view);
  return model.ok
    ? // A model's name is stored with it, and is in no language.
      // eslint-disable-next-line house/no-sentences
      ok({ ...model.value, name: `${model.value.name}, the best of ${withArticle(name)}` })
    : model;
}
