import { problem, type Problem } from '../problem';
import { type Sentence, sentence } from '../../words/told/sentence';

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

const FEATURES_CURE = sentence('modelFile.featuresCure');

/** The only problem that a width solves, which the user has to know. */
export function unknownWidth(possible: readonly number[]): ImportProblem {
  return problem(
    'import-width',
    sentence('modelFile.featuresWidth', { widths: { list: possible.map(String), last: 'or' } }),
    sentence('modelFile.featuresWidthCure'),
  );
}

export function badFeatures(message: Sentence): ImportProblem {
  return problem('import-features', message, FEATURES_CURE);
}

const CLASSES_CURE = sentence('modelFile.classesCure');

export function badClasses(message: Sentence): ImportProblem {
  return problem('import-classes', message, CLASSES_CURE);
}

/** The only problem that a list of names can solve. */
export function unnamedClasses(): ImportProblem {
  return problem('import-unnamed', sentence('modelFile.classesUnnamed'), CLASSES_CURE);
}

const ONNX_CURE = sentence('modelFile.onnxCure', {
  shape: '[None, number of features]',
  options: "options={'zipmap': False}",
  opset: "target_opset={'': 18, 'ai.onnx.ml': 3}",
});

export function badOnnx(
  kind: 'import-onnx-operator' | 'import-onnx-version' | 'import-onnx-shape' | 'import-onnx-trees',
  message: Sentence,
): ImportProblem {
  return problem(kind, message, ONNX_CURE);
}
