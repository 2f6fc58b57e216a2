import { problem, type Problem } from '../problem';
import { ANOTHER_FILE_CURE } from '../pickle/problems';

export type ClassifierProblem = Problem<
  'model-unsupported' | 'model-incomplete' | 'model-tree' | 'model-limit'
>;

/** @param what a whole sentence about the model */
export function unsupported(what: string): ClassifierProblem {
  return problem(
    'model-unsupported',
    what,
    'What can be imported: RandomForestClassifier, ExtraTreesClassifier, DecisionTreeClassifier, ' +
      'OneVsRestClassifier of these, and LogisticRegression alone or behind a StandardScaler.',
  );
}

/** @param field its name in scikit-learn */
export function incomplete(estimator: string, field: string): ClassifierProblem {
  return problem(
    'model-incomplete',
    `The ${estimator} in the model file has no readable ${field}. Was it saved before it was fitted?`,
    ANOTHER_FILE_CURE,
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
