import { isHolder, listItems, type PickleValue } from '../pickle/value';
import { printable, withArticle } from '../text';
import { readEstimator } from './estimator';
import { type ClassifierProblem, unsupported } from './problems';
import { isStep } from './read-steps';

/** What is known to be no classifier, by the form of its name in scikit-learn. */
const NO_CLASSIFIERS: readonly (readonly [RegExp, string])[] = [
  [
    /Regress(?:or|ion)(?:CV)?$|^(?:Linear|Nu)?SVR$|^(?:Ridge|Lasso|ElasticNet|Lars)(?:CV)?$/,
    'which predicts numbers, not classes',
  ],
  [/KMeans|DBSCAN|Clustering$|Birch|OPTICS|Mixture$/, 'which groups spectra and knows no classes'],
  [/^(?:One|Isolation|Local|Elliptic)\w*(?:SVM|Forest|Factor|Envelope)$/, 'which finds outliers'],
  [
    /Scaler$|Encoder$|Binarizer$|^PCA$|^Select|Threshold$|Transformer$|Imputer$|^Normalizer$/,
    'which prepares data and is no classifier',
  ],
];

const WITHOUT_PROBABILITIES = /^(?:OneVsOneClassifier|OutputCodeClassifier)$/;
const OF_A_THRESHOLD = /^(?:FixedThresholdClassifier|TunedThresholdClassifierCV)$/;
const OF_SEVERAL_LABELS = /^(?:MultiOutputClassifier|ClassifierChain)$/;

/** Says what an object is that cannot be read as a classifier. */
export function refuseEstimator(value: PickleValue | undefined): ClassifierProblem {
  const estimator = readEstimator(value);
  if (estimator === null) {
    return unsupported(`The model file holds ${describeValue(value ?? null)}, not a classifier.`);
  }
  const { name, fields } = estimator;
  const shown = printable(name);
  const known = NO_CLASSIFIERS.find(([pattern]) => pattern.test(name));
  if (known !== undefined || isStep(name)) {
    return unsupported(
      `The model file holds ${withArticle(shown)}, ${known?.[1] ?? 'which prepares data and is no classifier'}.`,
      'Save the classifier itself. If this belongs before it, save both as one Pipeline: make_pipeline(SCALER, CLASSIFIER).',
    );
  }
  // Such a classifier has a list of classes for each of its labels.
  if (OF_SEVERAL_LABELS.test(name) || listItems(fields.get('classes_')) !== null) {
    return unsupported(
      `The model is ${withArticle(shown)}, which gives several labels at once (multi-label): it does not name one class a spectrum.`,
      'Train a classifier with one class a spectrum; or a OneVsRestClassifier, which judges each class by itself.',
    );
  }
  if (OF_A_THRESHOLD.test(name)) {
    return unsupported(
      `The model is ${withArticle(shown)}, which decides between its two classes at a probability of its own.`,
      "Save the classifier in it, joblib.dump(model.estimator_, 'model.joblib'), and set the least probability of a name when it is imported.",
    );
  }
  if (WITHOUT_PROBABILITIES.test(name)) {
    return unsupported(
      `The model is ${withArticle(shown)}, which names a class but gives no probabilities.`,
    );
  }
  return unsupported(`The model is ${withArticle(shown)}, which cannot be imported.`);
}

/** @returns what a value of a pickle is, for people */
export function describeValue(value: PickleValue): string {
  if (value === null) return 'nothing';
  if (value instanceof Uint8Array) return 'bytes';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
  if (typeof value === 'boolean') return 'a truth value';
  if (!isHolder(value)) return `the name ${printable(value.name)}`;
  if (value.kind !== 'record') return value.kind === 'dict' ? 'a dictionary' : `a ${value.kind}`;
  return ['numpy._reconstruct', 'numpy._frombuffer'].includes(value.of)
    ? 'an array of numbers'
    : withArticle(printable(value.of));
}
