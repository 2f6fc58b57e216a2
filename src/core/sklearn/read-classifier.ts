import type { PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import { Budget, CLASSIFIER_LIMITS } from './budget';
import type { Classifier } from './classifier';
import { operationsIn } from './expression-size';
import { InputView } from './input-view';
import type { ReadProblem } from './model';
import { incompleteAs, tooMuch } from './problems';
import { readModel } from './read-model';
import { sentence } from '../../words/told/sentence';

/**
 * Reads the numbers of a classifier from its object in a pickle.
 *
 * The attributes are those that scikit-learn 0.18 to 1.10 give their classifiers. Whatever a classifier's
 * `predict_proba` does not depend on is ignored.
 */
export function readClassifier(value: PickleValue): Result<Classifier, ReadProblem> {
  const model = readModel(value, InputView.spectra(), new Budget());
  if (!model.ok) return model;
  const { name, version, features, featureNames, classes, sumsToOne } = model.value;
  const { probabilities } = model.value;
  if (!probabilities.ok) return probabilities;
  const { operations } = CLASSIFIER_LIMITS;
  if (operationsIn(probabilities.value) > operations) {
    return err(tooMuch(sentence('sklearn.limitOperations', { most: operations })));
  }
  if (featureNames !== null && features !== null && featureNames.length !== features) {
    return err(incompleteAs(sentence('sklearn.incompleteNames', { estimator: name })));
  }
  return ok({
    name,
    version,
    features,
    featureNames,
    classes,
    probabilities: probabilities.value,
    sumsToOne,
  });
}
