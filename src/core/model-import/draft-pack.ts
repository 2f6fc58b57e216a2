import type { ModelPackDraft } from '../model-pack/draft';
import type { Problem } from '../problem';
import { ok, type Result } from '../result';
import { groupDigits } from '../text';
import { describeTaxa } from './describe-taxa';
import type { ImportedGraph, ImportOptions } from './imported-graph';
import { readPackHead } from './pack-head';
import { sentence, type Sentences } from '../../words/told/sentence';

export interface ImportedModel {
  readonly draft: ModelPackDraft;
  /** The model's own names of its classes, in its order; null when it has none. */
  readonly labels: readonly string[] | null;
  /** On how the model was understood, and what the user may want to do about it. */
  readonly notes: readonly Sentences[];
}

/** The original ktyper, for which these models were made, named the likeliest class at any probability. */
const NAMED_FROM = 0;
/** Probability from which a class is named with high confidence. */
const HIGH_FROM = 0.9;
/** Probability below which a class is named weakly, since all others together are likelier. */
const MODERATE_FROM = 0.5;

/** Writes the manifest of an imported graph. It contains only what the laboratory's files and answers say. */
export function draftPack(
  graph: ImportedGraph,
  options: ImportOptions,
): Result<ImportedModel, Problem<'import-option'>> {
  const head = readPackHead(options, { fileName: 'model.bin', namedFrom: NAMED_FROM });
  if (!head.ok) return head;
  const { fileName, title, id, version, namedFrom } = head.value;

  const { features, names } = graph;
  const bins = `${features.columns} ${features.edges === null ? '' : 'selected '}bins of ${features.bins.width} Da`;
  const draft: ModelPackDraft = {
    graph: graph.bytes,
    manifest: {
      format: 'ktyper-model-pack/1',
      id,
      version,
      title,
      kind: 'classifier',
      summary: `Imported from ${fileName}: ${graph.origin}, on ${bins}, with ${groupDigits(names.length)} classes.`,
      limits: limitsOf(graph, namedFrom),
      citation: [],
      recipe: 'spectracl-1',
      bins: features.bins,
      features: features.edges,
      taxa: describeTaxa(names),
      groups: [],
      thresholds: {
        species: namedFrom,
        high: Math.max(namedFrom, HIGH_FROM),
        moderate: Math.max(namedFrom, MODERATE_FROM),
        group: 1,
        markers: null,
        scope: null,
      },
      noPatternLabel: 'No class of this model',
      ...(graph.sumsToOne === false ? { judgesEachClass: true as const } : {}),
      markers: null,
      graph: {
        file: 'model.onnx',
        bytes: graph.bytes.byteLength,
        input: graph.input,
        outputs: { probabilities: graph.probabilities },
      },
      selfTest: { seed: 1, tolerance: 1e-4 },
    },
  };
  return ok({ draft, labels: graph.labels, notes: notesOf(graph) });
}

function limitsOf({ names, sumsToOne }: ImportedGraph, namedFrom: number): string[] {
  const [first, last] = [names[0], names[names.length - 1]].map((name) => name ?? '');
  return [
    "This is a laboratory's own model. How often it is right is known to those who trained it, and was not measured here.",
    `It knows only its ${groupDigits(names.length)} classes, from ${first} to ${last}. A spectrum of anything else may be named as one of them.`,
    ...(namedFrom === 0 ? ['It names its likeliest class, however small the probability is.'] : []),
    ...(sumsToOne === false
      ? ['It judges each class by itself: its probabilities need not sum to 1.']
      : []),
  ];
}

function notesOf({ names, labels, features, introduce, notes }: ImportedGraph): Sentences[] {
  const bins = { count: features.columns, width: features.bins.width };
  const areNumbers = names.every((name) => /^-?\d+(?:\.0)?$/.test(name));
  return [
    introduce(
      sentence(features.edges === null ? 'modelPack.bins' : 'modelPack.binsSelected', bins),
    ),
    ...notes,
    ...(features.edges === null ? [sentence('modelPack.takesAllBins')] : []),
    ...features.notes,
    ...(areNumbers
      ? [sentence('modelPack.numberedClasses', { labels: (labels ?? names).join(', ') })]
      : []),
  ];
}
