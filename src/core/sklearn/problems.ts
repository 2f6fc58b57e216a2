import { problem, type Problem } from '../problem';
import { ANOTHER_FILE_CURE } from '../pickle/problems';
import { articleOf } from '../text';
import { type Sentence, sentence, type Sentences, inTurn } from '../../words/told/sentence';

export type ClassifierProblem = Problem<
  'model-unsupported' | 'model-incomplete' | 'model-tree' | 'model-limit'
>;

const FITTED_CURE = sentence('sklearn.fittedCure', { code: "joblib.dump(model, 'model.joblib')" });

/** What to say to a person whose model is of another kind. */
export const IMPORTABLE = sentence('sklearn.importable');

export const ONNX_CURE = sentence('sklearn.onnxCure');

/** @returns a class's name with its article, as a part of a sentence */
export function named(name: string): Sentence {
  return sentence('sklearn.named', { article: articleOf(name), name });
}

/** @param cure what to do about it, when there is more to say than which models can be imported */
export function unsupported(message: Sentence, cure?: Sentences): ClassifierProblem {
  return problem('model-unsupported', message, cure ?? inTurn(IMPORTABLE, ONNX_CURE));
}

/**
 * The problem of a classifier that decides without probabilities.
 *
 * @param message where there is more to say than its name
 */
export function withoutProbabilities(name: string, message?: Sentence): ClassifierProblem {
  return unsupported(
    message ?? sentence('sklearn.noProbabilities', { model: named(name) }),
    withinCalibrated(name),
  );
}

/** The cure for a classifier that gives no probabilities by itself. */
export function withinCalibrated(name: string): Sentence {
  return sentence('sklearn.trainWithin', { code: `CalibratedClassifierCV(${name}(...))` });
}

/** @param fields their names in scikit-learn */
export function incomplete(estimator: string, ...fields: readonly string[]): ClassifierProblem {
  return incompleteAs(sentence('sklearn.incomplete', { estimator, field: { list: fields } }));
}

/** The problem of a classifier whose attributes do not fit the number of its classes. */
export function incompleteOfClasses(
  estimator: string,
  ...fields: readonly string[]
): ClassifierProblem {
  const field = { list: fields };
  return incompleteAs(sentence('sklearn.incompleteOfClasses', { estimator, field }));
}

export function incompleteAs(message: Sentence): ClassifierProblem {
  return problem('model-incomplete', message, FITTED_CURE);
}

export function brokenTree(message: Sentence): ClassifierProblem {
  return problem('model-tree', message, ANOTHER_FILE_CURE);
}

/** @param limit a clause that says what there is too much of */
export function tooMuch(limit: Sentence): ClassifierProblem {
  return problem(
    'model-limit',
    sentence('sklearn.tooMuch', { limit }),
    sentence('sklearn.tooMuchCure'),
  );
}

/**
 * The problem of what scikit-learn computes in float32 where it was trained so, step by step.
 *
 * @param message that says so
 */
export function ofFloat32(message: Sentence): ClassifierProblem {
  const code = 'model.fit(X.astype(float), y)';
  return unsupported(message, sentence('sklearn.float32Cure', { code }));
}
