import { isHolder, listItems, type PickleValue } from '../pickle/value';
import { printable } from '../text';
import { readEstimator } from './estimator';
import { type ClassifierProblem, named, unsupported } from './problems';
import { isStep } from './read-steps';
import { type Sentence, sentence } from '../../words/told/sentence';

type NoClassifierKey =
  'sklearn.holdsRegressor' | 'sklearn.holdsGroups' | 'sklearn.holdsOutliers' | 'sklearn.holdsData';

/** What is known to be no classifier, by the form of its name in scikit-learn. */
const NO_CLASSIFIERS: readonly (readonly [RegExp, NoClassifierKey])[] = [
  [
    /Regress(?:or|ion)(?:CV)?$|^(?:Linear|Nu)?SVR$|^(?:Ridge|Lasso|ElasticNet|Lars)(?:CV)?$/,
    'sklearn.holdsRegressor',
  ],
  [/KMeans|DBSCAN|Clustering$|Birch|OPTICS|Mixture$/, 'sklearn.holdsGroups'],
  [/^(?:One|Isolation|Local|Elliptic)\w*(?:SVM|Forest|Factor|Envelope)$/, 'sklearn.holdsOutliers'],
  [
    /Scaler$|Encoder$|Binarizer$|^PCA$|^Select|Threshold$|Transformer$|Imputer$|^Normalizer$/,
    'sklearn.holdsData',
  ],
];

const WITHOUT_PROBABILITIES = /^(?:OneVsOneClassifier|OutputCodeClassifier)$/;
const OF_A_THRESHOLD = /^(?:FixedThresholdClassifier|TunedThresholdClassifierCV)$/;
const OF_SEVERAL_LABELS = /^(?:MultiOutputClassifier|ClassifierChain)$/;

/** Says what an object is that cannot be read as a classifier. */
export function refuseEstimator(value: PickleValue | undefined): ClassifierProblem {
  const estimator = readEstimator(value);
  if (estimator === null) return unsupported(refuseValue(value ?? null));
  const { name, fields } = estimator;
  const shown = printable(name);
  const model = named(shown);
  const known = NO_CLASSIFIERS.find(([pattern]) => pattern.test(name));
  if (known !== undefined || isStep(name)) {
    return unsupported(
      sentence(known?.[1] ?? 'sklearn.holdsData', { object: named(shown) }),
      sentence('sklearn.againstPipelineCure', { code: 'make_pipeline(SCALER, CLASSIFIER)' }),
    );
  }
  // Such a classifier has a list of classes for each of its labels.
  if (OF_SEVERAL_LABELS.test(name) || listItems(fields.get('classes_')) !== null) {
    return unsupported(
      sentence('sklearn.severalLabels', { model }),
      sentence('sklearn.severalLabelsCure'),
    );
  }
  if (OF_A_THRESHOLD.test(name)) {
    return unsupported(
      sentence('sklearn.ownThreshold', { model }),
      sentence('sklearn.ownThresholdCure', {
        code: "joblib.dump(model.estimator_, 'model.joblib')",
      }),
    );
  }
  if (WITHOUT_PROBABILITIES.test(name)) {
    return unsupported(sentence('sklearn.noProbabilities', { model }));
  }
  return unsupported(sentence('sklearn.cannotImport', { model }));
}

/** Says what a value of a pickle is that is no object of scikit-learn. */
function refuseValue(value: PickleValue): Sentence {
  const what = kindOf(value);
  if (typeof what === 'string') return sentence('sklearn.holdsNoClassifier', { what });
  return what;
}

function kindOf(value: PickleValue): string | Sentence {
  if (value === null) return 'nothing';
  if (value instanceof Uint8Array) return 'bytes';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'boolean') return 'truth';
  if (!isHolder(value)) return sentence('sklearn.holdsName', { name: printable(value.name) });
  if (value.kind !== 'record') return value.kind;
  return ['numpy._reconstruct', 'numpy._frombuffer'].includes(value.of)
    ? 'array'
    : sentence('sklearn.holdsObject', { object: named(printable(value.of)) });
}
