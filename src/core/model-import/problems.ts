import { problem, type Problem } from '../problem';

export type ImportProblem = Problem<
  | 'import-features'
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
