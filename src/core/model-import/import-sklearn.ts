import type { ArrayProblem } from '../pickle/numpy/problems';
import { parsePickle } from '../pickle/parse-pickle';
import type { PickleProblem } from '../pickle/problems';
import { encodeOnnx } from '../onnx/encode';
import { ok, type Result } from '../result';
import { SKLEARN_NAMES } from '../sklearn/allowed-names';
import { buildClassifierGraph, CLASSIFIER_GRAPH } from '../sklearn/build-graph';
import type { Classifier } from '../sklearn/classifier';
import type { ClassifierProblem } from '../sklearn/problems';
import { readClassifier } from '../sklearn/read-classifier';
import type { ImportedGraph, ImportFiles, ImportOptions } from './imported-graph';
import { nameClasses } from './name-classes';
import type { ImportProblem } from './problems';
import { resolveFeatures } from './resolve-features';

/** Converts a scikit-learn pickle into an ONNX graph, without executing anything in the pickle. */
export function importSklearn(
  { model, features, classes }: ImportFiles,
  options: ImportOptions,
): Result<ImportedGraph, PickleProblem | ArrayProblem | ClassifierProblem | ImportProblem> {
  const pickle = parsePickle(model, SKLEARN_NAMES);
  if (!pickle.ok) return pickle;
  const classifier = readClassifier(pickle.value);
  if (!classifier.ok) return classifier;
  const { name, version, scorer } = classifier.value;
  const resolved = resolveFeatures(features, classifier.value.features, options.binWidth ?? null);
  if (!resolved.ok) return resolved;
  const labels = classifier.value.classes;
  const names = nameClasses(labels, classes, labels.length);
  if (!names.ok) return names;

  const origin = `${name}${version === null ? '' : `, scikit-learn ${version}`}`;
  const graph = buildClassifierGraph(classifier.value, resolved.value.columns, {
    name: 'classifier',
    description: origin,
  });
  return ok({
    bytes: encodeOnnx(graph),
    input: CLASSIFIER_GRAPH.input,
    probabilities: CLASSIFIER_GRAPH.output,
    features: resolved.value,
    labels,
    names: names.value,
    origin: `${origin}, ${sizeOf(classifier.value)}`,
    sumsToOne: scorer.kind !== 'one-vs-rest' || scorer.normalise,
  });
}

function sizeOf({ scorer, features }: Classifier): string {
  if (scorer.kind === 'linear') return `${features ?? 0} coefficients a class`;
  const trees =
    scorer.kind === 'forest'
      ? scorer.trees
      : scorer.estimators.flatMap((one) => (one.kind === 'forest' ? one.trees : []));
  const nodes = trees.reduce((sum, tree) => sum + tree.left.length, 0);
  return `${trees.length} ${trees.length === 1 ? 'tree' : 'trees'} with ${nodes} nodes`;
}
