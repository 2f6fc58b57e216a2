import { problem, type Problem } from '../problem';
import { ANOTHER_FILE_CURE } from '../pickle/problems';
import { withArticle } from '../text';

export type ClassifierProblem = Problem<
  'model-unsupported' | 'model-incomplete' | 'model-tree' | 'model-limit'
>;

const FITTED_CURE =
  "Fit it, look at its predict_proba, and save it again: joblib.dump(model, 'model.joblib').";

/** What to say to a person whose model is of another kind. */
export const IMPORTABLE =
  'What can be imported: forests and trees, gradient boosting, AdaBoostClassifier, LogisticRegression, ' +
  'LinearDiscriminantAnalysis, SVC with probability=True, naive Bayes, MLPClassifier, and OneVsRestClassifier, ' +
  'VotingClassifier, BaggingClassifier and CalibratedClassifierCV of these, in a Pipeline behind a scaler or not.';

export const ONNX_CURE =
  'Convert another model to ONNX with skl2onnx in Python, and import the .onnx file.';

/**
 * @param what a whole sentence about the model
 * @param cure what to do about it, when there is more to say than which models can be imported
 */
export function unsupported(what: string, cure?: string): ClassifierProblem {
  return problem('model-unsupported', what, cure ?? `${IMPORTABLE} ${ONNX_CURE}`);
}

/** The problem of a classifier that decides without probabilities. */
export function withoutProbabilities(name: string, why = ''): ClassifierProblem {
  return unsupported(
    `The model is ${withArticle(name)}${why}, which names a class but gives no probabilities.`,
    `Train it within CalibratedClassifierCV(${name}(...)), which gives probabilities and can be imported.`,
  );
}

/** @param field its name in scikit-learn */
export function incomplete(estimator: string, field: string): ClassifierProblem {
  return problem(
    'model-incomplete',
    `The ${estimator} in the model file has no readable ${field}. Was it saved before it was fitted?`,
    FITTED_CURE,
  );
}

/** @param what the end of a sentence about a tree */
export function brokenTree(what: string): ClassifierProblem {
  return problem('model-tree', `A tree in the model file ${what}.`, ANOTHER_FILE_CURE);
}

export function tooMuch(what: string): ClassifierProblem {
  return problem(
    'model-limit',
    `The model is larger than a browser can run: ${what}.`,
    'Train a smaller one: fewer trees, a smaller max_depth or a larger min_samples_leaf.',
  );
}

/** The problem of what scikit-learn computes in float32 where it was trained so, step by step. */
export function ofFloat32(name: string): ClassifierProblem {
  return unsupported(
    `The model has ${withArticle(name)} that was trained on numbers of float32, with which scikit-learn computes fewer digits than can be repeated here.`,
    'Train it on numbers of float64: model.fit(X.astype(float), y).',
  );
}
