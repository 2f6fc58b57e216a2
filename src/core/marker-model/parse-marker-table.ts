import { decodeText } from '../text';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { type DelimitedRow, parseDelimited } from '../sample-sheet/parse-delimited';
import type { MarkerRow } from './marker-table';

export type MarkerTableProblem = Problem<
  'marker-table-empty' | 'marker-table-header' | 'marker-table-row' | 'marker-table-size'
>;

/** Most rows of a table: 100 taxa of 50 loci with 20 alleles each. */
const MOST_ROWS = 100_000;
const MOST_BYTES = 16 * 1024 * 1024;
/** Number of genomes that is assumed for a taxon when the table does not contain it. */
const UNKNOWN_GENOMES = 10;
const CURE =
  'Write a table with the columns taxon, locus, mass (average [M+H]+ in Da) and fraction (of the ' +
  "taxon's genomes, 0 to 1) or genomes (how many carry this mass), separated by commas or tabs.";

// eslint-disable-next-line no-control-regex -- the pattern searches for them
const CONTROL = /[\u0000-\u001f\u007f]/;

type Column = 'taxon' | 'locus' | 'mass' | 'fraction' | 'genomes';

/**
 * Reads a table of marker masses. It requires the columns `taxon`, `locus` and `mass`. With `fraction`, a
 * column `genomes` is the number of the taxon's genomes. Without it, `genomes` is the number of genomes
 * that carry this mass, and the fractions are computed from it. With neither, all masses of a locus get the
 * same weight.
 *
 * @param path of the user's file, for messages
 */
export function parseMarkerTable(
  bytes: Uint8Array,
  path: string,
): Result<readonly MarkerRow[], MarkerTableProblem> {
  const fail = (kind: MarkerTableProblem['kind'], message: string) =>
    err(problem(kind, message, CURE, path));
  if (bytes.length > MOST_BYTES) {
    return fail(
      'marker-table-size',
      `The table has ${bytes.length} bytes; at most ${MOST_BYTES} are read.`,
    );
  }
  const text = decodeText(bytes);
  if (text.trim() === '') return fail('marker-table-empty', 'The table of markers has no line.');
  const delimiter = [',', '\t', ';'].find((by) => readHeader(parseDelimited(text, by, 1)[0]));
  const [header, ...lines] =
    delimiter === undefined ? [] : parseDelimited(text, delimiter, MOST_ROWS + 2);
  const columns = readHeader(header);
  if (columns === null) {
    return fail(
      'marker-table-header',
      "The table's first line does not name the columns taxon, locus and mass.",
    );
  }
  if (lines.length === 0) {
    return fail('marker-table-empty', 'The table of markers has a header and no other line.');
  }
  if (lines.length > MOST_ROWS) {
    return fail(
      'marker-table-size',
      `The table has more than the ${MOST_ROWS} lines that are read.`,
    );
  }
  const rows: RawRow[] = [];
  const seen = new Set<string>();
  for (const row of lines) {
    const read = readRow(row, columns);
    if (typeof read === 'string') return fail('marker-table-row', `Line ${row.line}: ${read}`);
    const { taxon, locus, mass } = read;
    const key = `${taxon}\n${locus}\n${mass}`;
    if (seen.has(key)) {
      return fail('marker-table-row', `${taxon}, ${locus}, ${mass} Da stands in the table twice.`);
    }
    seen.add(key);
    rows.push(read);
  }
  return complete(rows, fail);
}

interface RawRow {
  readonly taxon: string;
  readonly locus: string;
  readonly mass: number;
  readonly fraction: number | null;
  readonly genomes: number | null;
}

type FindColumn = (name: Column) => number;

/**
 * Finds the positions of the columns.
 *
 * @returns null when the line is no header, or there is none
 */
function readHeader(header: DelimitedRow | undefined): FindColumn | null {
  const names = header?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const columns: FindColumn = (name) => names.indexOf(name);
  const required: Column[] = ['taxon', 'locus', 'mass'];
  return required.every((name) => columns(name) !== -1) ? columns : null;
}

function readRow({ fields }: DelimitedRow, columns: FindColumn): RawRow | string {
  const cell = (name: Column): string => fields[columns(name)]?.trim() ?? '';
  const shown = (name: Column): string => cell(name).slice(0, 40);
  const number = (name: Column): number | null => (cell(name) === '' ? null : Number(cell(name)));
  const [taxon, locus, mass] = [cell('taxon'), cell('locus'), number('mass')];
  const [fraction, genomes] = [number('fraction'), number('genomes')];
  if (taxon === '' || locus === '') return 'the taxon or the locus is missing.';
  // Keys are made of names joined by line feeds.
  if (CONTROL.test(taxon + locus)) return 'a name has a line break or another control character.';
  if (taxon.length > 200 || locus.length > 200) return 'a name has more than 200 characters.';
  if (mass === null || !(mass >= 1_000 && mass <= 42_000)) {
    return `the mass "${shown('mass')}" is not a number from 1,000 to 42,000 Da.`;
  }
  if (fraction !== null && !(fraction > 0 && fraction <= 1)) {
    return `the fraction "${shown('fraction')}" is not a number above 0 and up to 1.`;
  }
  if (genomes !== null && !(genomes > 0 && genomes <= 1e7)) {
    return `the number of genomes "${shown('genomes')}" is not a number above 0.`;
  }
  return { taxon, locus, mass, fraction, genomes };
}

/** Fills in fractions and numbers of genomes that the table leaves out. */
function complete(
  rows: readonly RawRow[],
  fail: (
    kind: MarkerTableProblem['kind'],
    message: string,
  ) => ReturnType<typeof err<MarkerTableProblem>>,
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
      return fail('marker-table-row', `${taxon}, ${name}: only some masses have a fraction.`);
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
        `${taxon}, ${name}: the fractions add up to ${sum.toFixed(3)}, which is more than 1.`,
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
