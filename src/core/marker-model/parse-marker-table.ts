import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { decodeTable } from '../sample-sheet/decode-table';
import { type DelimitedRow, parseDelimited } from '../sample-sheet/parse-delimited';
import { printable } from '../text';
import {
  describeColumns,
  type MarkerField,
  type MarkerHeader,
  splitMarkerText,
} from './marker-columns';
import { isMissing, numbersOf } from './marker-numbers';
import type { MarkerRow } from './marker-table';
import { linesNote } from './tell-lines';
import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

export type MarkerTableProblem = Problem<
  'marker-table-empty' | 'marker-table-header' | 'marker-table-row' | 'marker-table-size'
>;

export interface ReadMarkers {
  readonly rows: readonly MarkerRow[];
  /** On how the table was understood, and what of it was left out. */
  readonly notes: readonly Sentences[];
}

/** Most rows of a table: 100 taxa of 50 loci with 20 alleles each. */
const MOST_ROWS = 100_000;
const MOST_BYTES = 16 * 1024 * 1024;
/** Number of genomes that is assumed for a taxon when the table does not contain it. */
const UNKNOWN_GENOMES = 10;
/** Most characters of a name. */
const MOST_NAME = 200;
const CURE = sentence('markerTable.cure');

// eslint-disable-next-line no-control-regex -- the pattern searches for them
const CONTROL = /[\u0000-\u001f\u007f]/;

type Fail = (
  kind: MarkerTableProblem['kind'],
  message: Sentence,
) => ReturnType<typeof err<MarkerTableProblem>>;

/**
 * Reads a table of marker masses, as spreadsheets and R write it. It requires the columns `taxon`, `locus` and
 * `mass`, by these or other usual names. With `fraction`, a column `genomes` is the number of the taxon's
 * genomes. Without it, `genomes` is the number of genomes that carry this mass, and the fractions are computed
 * from it. With neither, all masses of a locus get the same weight.
 *
 * @param path of the user's file, for messages
 */
export function parseMarkerTable(
  bytes: Uint8Array,
  path: string,
): Result<ReadMarkers, MarkerTableProblem> {
  const fail: Fail = (kind, message) => err(problem(kind, message, CURE, path));
  if (bytes.length > MOST_BYTES) {
    return fail(
      'marker-table-size',
      sentence('told.tableBytes', { count: bytes.length, most: MOST_BYTES }),
    );
  }
  const whole = decodeTable(bytes);
  if (whole.trim() === '') return fail('marker-table-empty', sentence('markerTable.empty'));
  const found = splitMarkerText(whole);
  if ('fault' in found) return fail('marker-table-header', found.fault);
  const { text, delimiter, linesBefore, header } = found.split;
  const below = header.row + 1;
  const lines = parseDelimited(text, delimiter, MOST_ROWS + below + 1).slice(below);
  return readLines(
    linesBefore === 0 ? lines : lines.map((row) => ({ ...row, line: row.line + linesBefore })),
    header,
    fail,
  );
}

function readLines(
  lines: readonly DelimitedRow[],
  header: MarkerHeader,
  fail: Fail,
): Result<ReadMarkers, MarkerTableProblem> {
  if (lines.length === 0) {
    return fail('marker-table-empty', sentence('markerTable.emptyBelow'));
  }
  if (lines.length > MOST_ROWS) {
    return fail('marker-table-size', sentence('markerTable.sizeLines', { most: MOST_ROWS }));
  }
  const reader = rowReader(lines, header);
  if (typeof reader !== 'function') return fail('marker-table-row', reader);
  const rows = new Map<string, RawRow & { readonly line: number }>();
  const [repeated, massless]: [number[], number[]] = [[], []];
  for (const row of lines) {
    const read = reader(row);
    if ('key' in read) {
      return fail('marker-table-row', sentence('told.tableLine', { line: row.line, fault: read }));
    }
    const { taxon, locus, mass } = read;
    if (mass === null) {
      massless.push(row.line);
      continue;
    }
    const key = `${taxon}\n${locus}\n${mass}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { ...read, mass, line: row.line });
    else if (known.fraction === read.fraction && known.genomes === read.genomes) {
      repeated.push(row.line);
    } else {
      return fail(
        'marker-table-row',
        sentence('markerTable.twice', { taxon, locus, mass, first: known.line, second: row.line }),
      );
    }
  }
  if (rows.size === 0) return fail('marker-table-empty', sentence('markerTable.noMass'));
  const markers = complete([...rows.values()], fail);
  if (!markers.ok) return markers;
  return ok({
    rows: markers.value,
    notes: [
      ...describeColumns(header),
      ...linesNote(massless, 'massless'),
      ...linesNote(repeated, 'repeated'),
    ],
  });
}

interface RawRow {
  readonly taxon: string;
  readonly locus: string;
  readonly mass: number;
  readonly fraction: number | null;
  readonly genomes: number | null;
}

type ReadRow = Omit<RawRow, 'mass'> & { readonly mass: number | null };

/** @returns a sentence on a column whose numbers contradict one another, or what reads a row */
function rowReader(
  lines: readonly DelimitedRow[],
  { places, headings, isKilo, isPercent }: MarkerHeader,
): ((row: DelimitedRow) => ReadRow | Sentence) | Sentence {
  // R's heading has no name for the rows' own names, which come first.
  const names = headings.length;
  const areNamed = lines.every(
    ({ fields }, i) => fields.length === names + 1 && fields[0] === `${i + 1}`,
  );
  const shift = areNamed ? 1 : 0;
  const cell = ({ fields }: DelimitedRow, column: MarkerField): string => {
    if (places[column] === -1) return '';
    const text = fields[places[column] + shift]?.trim() ?? '';
    return isMissing(text) ? '' : text;
  };
  const signed = (row: DelimitedRow) => /%$/.test(cell(row, 'fraction'));
  const areSigned = lines.some(signed);
  const inPercent = areSigned || isPercent;
  const inColumn = (column: MarkerField) => lines.map((row) => cell(row, column)).filter(Boolean);
  const headingOf = (column: MarkerField) => printable(headings[places[column]]!.trim());
  const readers: Partial<Record<MarkerField, (text: string) => number>> = {};
  for (const column of ['mass', 'fraction', 'genomes'] as const) {
    const texts = inColumn(column).map((text) => text.replace(/\s*%$/, ''));
    const numbers = numbersOf(
      texts,
      column === 'fraction' || (column === 'mass' && isKilo) ? 'fraction' : 'large',
    );
    if ('mixed' in numbers) {
      const [point = '', comma = ''] = numbers.mixed.map(shorten);
      return sentence('markerTable.columnsMixed', { column: headingOf(column), point, comma });
    }
    readers[column] = numbers.read;
  }
  if (
    isPercent &&
    !areSigned &&
    inColumn('fraction').every((text) => readers.fraction!(text) <= 1)
  ) {
    return sentence('markerTable.columnsPercent', { column: headingOf('fraction') });
  }
  const number = (row: DelimitedRow, column: 'mass' | 'fraction' | 'genomes'): number | null => {
    const text = cell(row, column);
    return text === '' ? null : readers[column]!(text.replace(/\s*%$/, ''));
  };
  return (row) => {
    const shown = (column: MarkerField) => shorten(cell(row, column));
    const [taxon, locus] = [cell(row, 'taxon'), cell(row, 'locus')];
    const excess = row.fields.slice(names + shift).find((field) => field.trim() !== '');
    if (excess !== undefined) {
      return sentence('markerTable.faultColumns', { count: row.fields.length, headings: names });
    }
    if (taxon === '' || locus === '') return sentence('markerTable.faultMissing');
    // Keys are made of names joined by line feeds.
    if (CONTROL.test(taxon + locus)) return sentence('markerTable.faultControl');
    if (taxon.length > MOST_NAME || locus.length > MOST_NAME) {
      return sentence('markerTable.faultLong', { most: MOST_NAME });
    }
    const written = number(row, 'mass');
    const mass = written === null || !isKilo ? written : toDalton(written);
    if (mass !== null && !(mass >= 1_000 && mass <= 42_000)) {
      return sentence('markerTable.faultMass', { mass: shown('mass') });
    }
    const share = number(row, 'fraction');
    if (areSigned && share !== null && !signed(row)) {
      return sentence('markerTable.faultPercent', { fraction: shown('fraction') });
    }
    const fraction = share !== null && inPercent ? share / 100 : share;
    if (fraction !== null && !(fraction > 0 && fraction <= 1)) {
      return sentence('markerTable.faultFraction', {
        fraction: shown('fraction'),
        most: inPercent ? '100%' : '1',
      });
    }
    const genomes = number(row, 'genomes');
    if (genomes !== null && !(genomes > 0 && genomes <= 1e7)) {
      return sentence('markerTable.faultGenomes', { genomes: shown('genomes') });
    }
    return { taxon, locus, mass, fraction, genomes };
  };
}

/** A mass in kDa has as many digits as it is written with; a product would add some. */
function toDalton(kilo: number): number {
  return Number((kilo * 1_000).toPrecision(12));
}

function shorten(text: string): string {
  return text.slice(0, 40);
}

/** Fills in fractions and numbers of genomes that the table leaves out. */
function complete(
  rows: readonly RawRow[],
  fail: Fail,
): Result<readonly MarkerRow[], MarkerTableProblem> {
  const loci = new Map<string, RawRow[]>();
  const genomesOf = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.taxon}\n${row.locus}`;
    const locus = loci.get(key);
    if (locus === undefined) loci.set(key, [row]);
    else locus.push(row);
  }
  const markers: MarkerRow[] = [];
  for (const locus of loci.values()) {
    const { taxon, locus: name } = locus[0]!;
    const given = locus.filter((row) => row.fraction !== null).length;
    if (given !== 0 && given !== locus.length) {
      return fail(
        'marker-table-row',
        sentence('markerTable.fractionsSome', { taxon, locus: name }),
      );
    }
    const counts = locus.map((row) => row.genomes ?? 1);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const known = given > 0 ? locus[0]!.genomes : locus[0]!.genomes === null ? null : total;
    genomesOf.set(taxon, Math.max(genomesOf.get(taxon) ?? 0, known ?? 0));
    const fractions = locus.map((row, i) => row.fraction ?? counts[i]! / total);
    const sum = fractions.reduce((all, fraction) => all + fraction, 0);
    if (sum > 1.02) {
      return fail(
        'marker-table-row',
        sentence('markerTable.fractionsSum', { taxon, locus: name, sum: sum.toFixed(3) }),
      );
    }
    locus.forEach(({ mass }, i) =>
      markers.push({
        taxon,
        locus: name,
        mass,
        fraction: fractions[i]!,
        genomes: given > 0 ? (known ?? 0) : 0,
      }),
    );
  }
  return ok(
    markers.map((row) => ({
      ...row,
      // A locus may have been searched for in fewer genomes than the others of its taxon.
      genomes: row.genomes || genomesOf.get(row.taxon) || UNKNOWN_GENOMES,
    })),
  );
}
