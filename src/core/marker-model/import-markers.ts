import { describeTaxa } from '../model-import/describe-taxa';
import { type PackHeadOptions, readPackHead } from '../model-import/pack-head';
import type { ModelPackDraft } from '../model-pack/draft';
import { groupDigits, printable } from '../text';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { type AdoptedParameters, adoptParameters, scaleThresholds } from './adopt-parameters';
import { buildMarkerPack, type MarkerModelDefinition } from './build-pack';
import { describeUnresolved, findUnresolved, groupUnresolved, tellUnresolved } from './unresolved';
import { assembleModel } from './marker-model';
import type { MarkerRow } from './marker-table';
import { type MarkerTableProblem, parseMarkerTable } from './parse-marker-table';
import type { MarkerParameters } from './parameters';
import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

export interface ImportedMarkers {
  readonly draft: ModelPackDraft;
  /** On how the table was read, and what was left out. */
  readonly notes: readonly Sentences[];
  /** For each two taxa that the model cannot distinguish, with the reason. */
  readonly unresolved: readonly Sentences[];
}

export type MarkerImportProblem =
  MarkerTableProblem | Problem<'markers-few' | 'markers-many' | 'import-option'>;

/** Limits of size, since a larger graph takes longer to open and to run. */
const MOST = { taxa: 200, loci: 100, ions: 3_000 } as const;
const FEWEST_TAXA = 2;
/** With fewer loci than this, a pattern sometimes fits by chance. */
const MANY_LOCI = 10;
/** Limits of probability, as in the bundled model. */
const NAMED_FROM = 0.9;
const HIGH_FROM = 0.95;
const GROUP_FROM = 0.9;

/**
 * Builds a marker model from a table of any genus, with the builder of the bundled model. The caller adds
 * the graph's checksum and its answer to the self-test, as for every draft.
 *
 * @param table in a form that `parseMarkerTable` describes
 * @param measured the bundled model's numbers; see `adoptParameters`
 */
export function importMarkers(
  table: Uint8Array,
  measured: MarkerParameters,
  options: PackHeadOptions,
): Result<ImportedMarkers, MarkerImportProblem> {
  const head = readPackHead(options, { fileName: 'markers.csv', namedFrom: NAMED_FROM });
  if (!head.ok) return head;
  const { fileName, title, id, version, namedFrom } = head.value;
  const read = parseMarkerTable(table, fileName);
  if (!read.ok) return read;
  const { rows } = read.value;
  const adopted = adoptParameters(rows, measured);
  const names = [...new Set(rows.map(({ taxon }) => taxon))];
  const taxa = describeTaxa(names.map((name) => printable(name).trim() || 'unnamed'));
  const members = taxa.map((taxon, i) => ({ ...taxon, members: [names[i]!] }));
  const { taxa: pooled, loci, ions } = assembleModel(members, rows, adopted.parameters);
  const counts = { taxa: taxa.length, loci: loci.length, ions: ions.length };
  const fault = checkSize(counts, fileName);
  if (fault !== null) return err(fault);

  const pairs = findUnresolved(pooled, adopted.parameters);
  const nameOf = (id: string) => taxa.find((taxon) => taxon.id === id)?.name ?? id;
  const definition: MarkerModelDefinition = {
    id,
    version,
    title,
    summary: `Made of ${fileName}: ${groupDigits(taxa.length)} taxa by ${groupDigits(ions.length)} ions of ${groupDigits(loci.length)} loci.`,
    limits: limitsOf(
      pairs.map((pair) => describeUnresolved(pair, nameOf)),
      loci.length,
    ),
    citation: [],
    taxa: members,
    groups: groupUnresolved(taxa, pairs),
    noPatternLabel: noPattern(names),
    thresholds: {
      species: namedFrom,
      high: Math.max(namedFrom, HIGH_FROM),
      group: GROUP_FROM,
      ...scaleThresholds(loci.length),
    },
    selfTest: { seed: 1, tolerance: 1e-3 },
  };
  return ok({
    draft: buildMarkerPack(definition, rows, adopted.parameters),
    notes: [...read.value.notes, ...notesOf(counts, adopted, rows)],
    unresolved: pairs.map((pair) => tellUnresolved(pair, nameOf)),
  });
}

interface Counts {
  readonly taxa: number;
  readonly loci: number;
  readonly ions: number;
}

function checkSize(
  { taxa, loci, ions }: Counts,
  path: string,
): Problem<'markers-few' | 'markers-many'> | null {
  if (taxa < FEWEST_TAXA || loci === 0) {
    return problem(
      'markers-few',
      taxa < FEWEST_TAXA ? sentence('markerTable.few') : sentence('markerTable.fewLoci'),
      sentence('markerTable.fewCure'),
      path,
    );
  }
  if (taxa <= MOST.taxa && loci <= MOST.loci && ions <= MOST.ions) return null;
  return problem(
    'markers-many',
    sentence('markerTable.many', {
      taxa,
      loci,
      ions,
      mostTaxa: MOST.taxa,
      mostLoci: MOST.loci,
      mostIons: MOST.ions,
    }),
    sentence('markerTable.manyCure'),
    path,
  );
}

function notesOf(
  { taxa, loci, ions }: Counts,
  { supposed, leftOut }: AdoptedParameters,
  rows: readonly MarkerRow[],
): Sentence[] {
  const unseen = leftOut.filter(({ why }) => why === 'unseen').map(({ locus }) => locus);
  const out = leftOut.filter(({ why }) => why === 'out-of-range').map(({ locus }) => locus);
  return [
    sentence('markerTable.counts', { rows: rows.length, taxa, loci, ions }),
    ...(supposed.length > 0 ? [sentence('markerTable.supposed', { loci: listed(supposed) })] : []),
    ...(unseen.length > 0 ? [sentence('markerTable.unseen', { loci: listed(unseen) })] : []),
    ...(out.length > 0 ? [sentence('markerTable.outOfRange', { loci: listed(out) })] : []),
  ];
}

function limitsOf(unresolved: readonly string[], loci: number): string[] {
  const [most, rest] = [unresolved.slice(0, 20), unresolved.length - 20];
  return [
    'For research use only. Not for use in diagnostic procedures.',
    'Made of a table of masses. How often it is right on real spectra was not measured here.',
    'How often a protein is seen was measured for the bundled model, and taken over by the name of its locus.',
    ...(loci < MANY_LOCI
      ? [`It looks at ${loci} loci only: other organisms may fit its patterns by chance.`]
      : []),
    ...most,
    ...(rest > 0 ? [`So it is with ${rest} more pairs of taxa.`] : []),
  ];
}

/** Returns the label for no pattern: `No Klebsiella pattern` where all names begin with the same genus. */
function noPattern(names: readonly string[]): string {
  const genera = new Set(names.map((name) => /^\p{Lu}\p{Ll}{3,} /u.exec(name)?.[0].trim()));
  const [genus] = genera;
  return genera.size === 1 && genus !== undefined ? `No ${genus} pattern` : 'No pattern it knows';
}

function listed(loci: readonly string[]): string | Sentence {
  const shown = loci.slice(0, 12).map(printable).join(', ');
  return loci.length > 12
    ? sentence('markerTable.lociMore', { loci: shown, count: loci.length - 12 })
    : shown;
}
