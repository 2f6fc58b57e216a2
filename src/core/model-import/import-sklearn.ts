import type { ArrayProblem } from '../pickle/numpy/problems';
import { parsePickle } from '../pickle/parse-pickle';
import type { PickleProblem } from '../pickle/problems';
import { encodeOnnx } from '../onnx/encode';
import { err, ok, type Result } from '../result';
import { encodeText } from '../text';
import { SKLEARN_NAMES } from '../sklearn/allowed-names';
import { buildClassifierGraph, CLASSIFIER_GRAPH } from '../sklearn/build-graph';
import type { Classifier } from '../sklearn/classifier';
import { sizeOf, tellSize } from '../sklearn/expression-size';
import { matchParts } from '../sklearn/match-parts';
import { type ClassifierProblem, named } from '../sklearn/problems';
import { readClassifier } from '../sklearn/read-classifier';
import { takeApart } from '../sklearn/take-apart';
import type { ImportedGraph, ImportFiles, ImportOptions } from './imported-graph';
import { nameClasses } from './name-classes';
import { badFeatures, type ImportProblem } from './problems';
import { type ResolvedFeatures, resolveFeatures } from './resolve-features';
import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

/** Converts a scikit-learn pickle into an ONNX graph, without executing anything in the pickle. */
export function importSklearn(
  { model, features, classes }: ImportFiles,
  options: ImportOptions,
): Result<ImportedGraph, PickleProblem | ArrayProblem | ClassifierProblem | ImportProblem> {
  const pickle = parsePickle(model, SKLEARN_NAMES);
  if (!pickle.ok) return pickle;
  const parts = takeApart(pickle.value);
  if (!parts.ok) return parts;
  const classifier = readClassifier(parts.value.model.value);
  if (!classifier.ok) return classifier;
  const matched = matchParts(parts.value, classifier.value);
  if (!matched.ok) return matched;
  const resolved = resolveAll(
    features,
    matched.value.features?.value ?? null,
    classifier.value,
    options,
  );
  if (!resolved.ok) return resolved;
  const labels =
    classes === null ? (matched.value.names ?? classifier.value.classes) : classifier.value.classes;
  const names = nameClasses(labels, classes, labels.length);
  if (!names.ok) return names;

  const { name, version, probabilities, sumsToOne } = classifier.value;
  const origin = `${name}${version === null ? '' : `, scikit-learn ${version}`}`;
  const graph = buildClassifierGraph(classifier.value, resolved.value.features.columns, {
    name: 'classifier',
    description: origin,
  });
  return ok({
    bytes: encodeOnnx(graph),
    input: CLASSIFIER_GRAPH.input,
    probabilities: CLASSIFIER_GRAPH.output,
    features: resolved.value.features,
    labels,
    names: names.value,
    origin: `${origin}, ${sizeOf(probabilities)}`,
    introduce: (bins) => introduce(classifier.value, bins),
    sumsToOne,
    notes: [...matched.value.notes, ...resolved.value.notes],
  });
}

function introduce({ name, version, probabilities }: Classifier, bins: Sentence): Sentence {
  const values = { model: named(name), size: tellSize(probabilities), bins };
  return version === null
    ? sentence('modelPack.isSklearnUnknown', values)
    : sentence('modelPack.isSklearn', { ...values, version });
}

interface ResolvedAll {
  readonly features: ResolvedFeatures;
  readonly notes: readonly Sentences[];
}

/**
 * Determines the bins of the model's columns from the list that came with the file, the one that the file
 * itself holds, and the names that the model was trained with. Those that there are must agree.
 */
function resolveAll(
  list: Uint8Array | null,
  held: readonly string[] | null,
  { features: columns, featureNames }: Classifier,
  options: ImportOptions,
): Result<ResolvedAll, ImportProblem> {
  const binWidth = options.binWidth ?? null;
  const resolve = (lines: readonly string[]) => resolveFeatures(asList(lines), columns, binWidth);
  const named = featureNames === null ? null : resolve(featureNames);
  const known = held === null ? null : resolve(held);
  if (list === null && known !== null) {
    if (!known.ok) return known;
    return agree(known.value, named)
      ? ok({ features: known.value, notes: [] })
      : err(badFeatures(sentence('modelFile.featuresHeldOther')));
  }
  if (list === null && named?.ok === true) {
    const notes = [sentence('modelPack.featuresAreNames')];
    return ok({ features: named.value, notes });
  }
  // The names are edges, of which only the width is left to be said.
  if (list === null && named?.ok === false && named.error.kind === 'import-width') return named;
  const given = resolveFeatures(list, columns, binWidth);
  if (!given.ok) return given;
  return agree(given.value, known) && agree(given.value, named)
    ? ok({ features: given.value, notes: [] })
    : err(badFeatures(sentence('modelFile.featuresOther')));
}

function asList(lines: readonly string[]): Uint8Array {
  return encodeText(lines.join('\n'));
}

function agree(
  features: ResolvedFeatures,
  other: Result<ResolvedFeatures, ImportProblem> | null,
): boolean {
  if (other?.ok !== true || features.edges === null || other.value.edges === null) return true;
  const { edges } = other.value;
  return features.edges.every((edge, i) => edge === edges[i]);
}
