import { problem, type Problem } from '../problem';
import { listWords } from '../text';

export type ImportProblem = Problem<
  | 'import-features'
  | 'import-width'
  | 'import-classes'
  | 'import-unnamed'
  | 'import-option'
  | 'import-onnx-operator'
  | 'import-onnx-version'
  | 'import-onnx-shape'
  | 'import-onnx-trees'
>;

const FEATURES_CURE =
  'Choose the features_selected.txt that belongs to this model: one left edge of a bin a line, in ' +
  'the order in which the model was trained on them.';

/** The only problem that a width solves, which the user has to know. */
export function unknownWidth(possible: readonly number[]): ImportProblem {
  return problem(
    'import-width',
    `The features list does not say how wide its bins are, and its edges fit bins of ${listWords(possible.map(String), 'or')} Da.`,
    'Say how wide the bins were that the model was trained on: on the page at Width of the bins, on the command line with --bins.',
  );
}

export function badFeatures(message: string): ImportProblem {
  return problem('import-features', message, FEATURES_CURE);
}

const CLASSES_CURE =
  'Give one name a line, in the order of the classes; or a class, a tab and its name a line.';

export function badClasses(message: string): ImportProblem {
  return problem('import-classes', message, CLASSES_CURE);
}

/** The only problem that a list of names can solve. */
export function unnamedClasses(): ImportProblem {
  const message = 'The model does not say how its classes are called.';
  return problem('import-unnamed', message, CLASSES_CURE);
}

export function badOnnx(
  kind: 'import-onnx-operator' | 'import-onnx-version' | 'import-onnx-shape' | 'import-onnx-trees',
  message: string,
): ImportProblem {
  return problem(
    kind,
    message,
    'Convert the classifier with skl2onnx: one input of floats [None, number of features], ' +
      "options={'zipmap': False}, and target_opset={'': 18, 'ai.onnx.ml': 3}.",
  );
}
