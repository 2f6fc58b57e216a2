import type { ModelPackDraft } from '../model-pack/draft';
import { problem, type Problem } from '../problem';
import { printable } from '../pickle/problems';
import { err, ok, type Result } from '../result';
import { describeTaxa, slugify } from './describe-taxa';
import type { ImportedGraph, ImportOptions } from './imported-graph';

export interface ImportedModel {
  readonly draft: ModelPackDraft;
  /** What the model calls its classes, in its order; null when it does not say. */
  readonly labels: readonly string[] | null;
  /** Whole sentences on what was understood, and what the user may want to do about it. */
  readonly notes: readonly string[];
}

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]{1,40})?$/;
const LONGEST_TITLE = 120;

/** The program that these models were made for named the likeliest class at any probability. */
const NAMED_FROM = 0;
/** Probability from which a class is named with high confidence. */
const HIGH_FROM = 0.9;

/** The manifest of an imported graph: what its laboratory knows of it, and no more. */
export function draftPack(
  graph: ImportedGraph,
  options: ImportOptions,
): Result<ImportedModel, Problem<'import-option'>> {
  const fileName = printable(options.fileName ?? 'model.bin');
  const title = printable(options.title ?? titleOf(fileName)).trim();
  const id = options.id ?? (slugify(title) || 'imported-model');
  const version = options.version ?? '1.0.0';
  const namedFrom = options.namedFrom ?? NAMED_FROM;
  if (title === '' || (options.title?.length ?? 0) > LONGEST_TITLE) {
    return err(badOption('title', title));
  }
  if (!ID.test(id)) return err(badOption('id', id));
  if (!VERSION.test(version)) return err(badOption('version', version));
  if (!(namedFrom >= 0 && namedFrom <= 1)) return err(badOption('threshold', `${namedFrom}`));

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
      summary: `Imported from ${fileName}: ${graph.origin}, on ${bins}, with ${names.length} classes.`,
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
        group: 1,
        markers: null,
        scope: null,
      },
      noPatternLabel: 'No class of this model',
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
  return ok({ draft, labels: graph.labels, notes: notesOf(graph, bins) });
}

/** `model.bin` to `model`: the file's name without its ending. */
function titleOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.\w{1,8}$/, '') || 'Imported model';
}

function limitsOf({ names, sumsToOne }: ImportedGraph, namedFrom: number): string[] {
  const [first, last] = [names[0], names[names.length - 1]].map((name) => name ?? '');
  return [
    "This is a laboratory's own model. How often it is right is known to those who trained it, and was not measured here.",
    `It knows only its ${names.length} classes, from ${first} to ${last}. A spectrum of anything else may be named as one of them.`,
    ...(namedFrom === 0 ? ['It names its likeliest class, however small the probability is.'] : []),
    ...(sumsToOne === false
      ? ['It judges each class by itself: its probabilities need not sum to 1.']
      : []),
  ];
}

function notesOf({ names, labels, features, origin }: ImportedGraph, bins: string): string[] {
  const areNumbers = names.every((name) => /^-?\d+(?:\.0)?$/.test(name));
  return [
    `The model is a ${origin}, on ${bins}.`,
    ...(features.edges === null ? ['It takes all bins of the processed spectrum.'] : []),
    ...(areNumbers
      ? [
          `Its classes have numbers in place of names: ${(labels ?? names).join(', ')}. Give their names, in this order, if you know them.`,
        ]
      : []),
  ];
}

function badOption(name: string, value: string): Problem<'import-option'> {
  const cures: Readonly<Record<string, string>> = {
    title: `Give a title of 1 to ${LONGEST_TITLE} characters.`,
    id: 'Give 1 to 64 lower-case letters, digits and hyphens, with no hyphen at the ends.',
    threshold: 'Give a probability from 0 to 1.',
    version: 'Give three numbers with dots: 1.0.0.',
  };
  return problem(
    'import-option',
    `The ${name} ${JSON.stringify(printable(value))} cannot be used.`,
    cures[name] ?? '',
  );
}
