import { groupDigits, decodeText } from '../text';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { type DelimitedRow, parseDelimited } from '../sample-sheet/parse-delimited';
import { type ColumnPlaces, readWatchRow, watchNameKey } from './read-watch-row';
import type { WatchedPeak } from './types';
import { type WatchColumn, watchColumnOf } from './watch-columns';
import { sentence, type Sentences } from '../../words/told/sentence';

export type WatchTableProblem = Problem<
  'watch-table-empty' | 'watch-table-header' | 'watch-table-row' | 'watch-table-size'
>;

export interface WatchTable {
  /** In the order of the lines; 1 to 200, each with a name of its own. */
  readonly peaks: readonly WatchedPeak[];
  /** Whole sentences on the parts of the file that are not used. */
  readonly notes: readonly Sentences[];
}

const MOST_WATCHED = 200;
/** 200 lines with the longest names and notes take about half as much. */
const MOST_BYTES = 512 * 1024;
/** Most unused headings that are listed by name. */
const TOLD_HEADINGS = 5;

const EXAMPLE =
  'Write a table with the columns name and mz (or mass, the [M+H]+ mass in Da), and if needed charge, ' +
  'tolerance_ppm or tolerance_da, and note, separated by commas, semicolons or tabs.';

/**
 * Parses a table of peaks to watch; docs/watch-peaks.md describes its columns. A decimal comma is understood;
 * where commas separate the columns, such a number must be quoted.
 *
 * @param path of the user's file, for messages
 */
export function parseWatchTable(
  bytes: Uint8Array,
  path: string,
): Result<WatchTable, WatchTableProblem> {
  const fail = (kind: WatchTableProblem['kind'], message: Sentences, cure = EXAMPLE) =>
    err(problem(kind, message, cure, path));
  if (bytes.length > MOST_BYTES) {
    return fail(
      'watch-table-size',
      `The table has ${groupDigits(bytes.length)} bytes; at most ${groupDigits(MOST_BYTES)} are read.`,
      `Check what this file is: a table has at most ${MOST_WATCHED} peaks, a line each.`,
    );
  }
  const text = decodeText(bytes);
  if (text.trim() === '') {
    return fail('watch-table-empty', 'The table of peaks to watch has no line.');
  }
  const delimiter = delimiterOf(text);
  const [header, ...lines] = parseDelimited(text, delimiter, MOST_WATCHED + 2);
  const headings = header?.fields ?? [];
  const columns = placesOf(headings);
  if (!columns.ok) return fail('watch-table-header', columns.error.message, columns.error.cure);
  if (lines.length === 0) {
    return fail('watch-table-empty', 'The table of peaks to watch has a heading and no peak.');
  }
  if (lines.length > MOST_WATCHED) {
    return fail(
      'watch-table-size',
      `The table has more than ${MOST_WATCHED} peaks.`,
      'Split it into several tables: several can be watched at once.',
    );
  }
  const peaks: WatchedPeak[] = [];
  const lineOf = new Map<string, number>();
  for (const row of lines) {
    const read = tooManyFields(row, headings.length) ?? readWatchRow(row, columns.value);
    if ('message' in read) {
      return fail(
        'watch-table-row',
        sentence('watchTable.line', { line: row.line, fault: read.message }),
        read.cure,
      );
    }
    const key = watchNameKey(read.name);
    const before = lineOf.get(key);
    if (before !== undefined) {
      return fail(
        'watch-table-row',
        `Line ${row.line}: the name "${read.name}" stands in line ${before} already.`,
        'Give each peak a name of its own; of one protein with two charges, say, "name 2+".',
      );
    }
    lineOf.set(key, row.line);
    peaks.push(read);
  }
  return ok({ peaks, notes: notesOn(headings) });
}

/** Chooses the separator with which the first line has the most known columns. */
function delimiterOf(text: string): string {
  const known = (by: string) =>
    (parseDelimited(text, by, 1)[0]?.fields ?? []).filter((field) => watchColumnOf(field) !== null)
      .length;
  return [',', ';', '\t'].reduce((best, by) => (known(by) > known(best) ? by : best));
}

/** Finds the places of the columns, or explains why a table with these headings cannot be read. */
function placesOf(
  headings: readonly string[],
): Result<ColumnPlaces, { readonly message: string; readonly cure: string }> {
  const places = new Map<WatchColumn, number>();
  for (const [place, heading] of headings.entries()) {
    const column = watchColumnOf(heading);
    if (column === null) continue;
    const before = places.get(column);
    if (before !== undefined) {
      return err({
        message: `The headings "${shown(headings[before]!)}" and "${shown(heading)}" name one column twice.`,
        cure: 'Leave one of the two out.',
      });
    }
    places.set(column, place);
  }
  if (!places.has('name')) {
    return err({ message: "The table's first line does not name the column name.", cure: EXAMPLE });
  }
  if (!places.has('mz') && !places.has('mass')) {
    return err({
      message: "The table's first line names neither a column mz nor a column mass.",
      cure: EXAMPLE,
    });
  }
  if (places.has('tolerance_ppm') && places.has('tolerance_da')) {
    return err({
      message: 'The table has a tolerance in ppm and one in Da.',
      cure: 'Keep one of the two columns.',
    });
  }
  return ok(places);
}

function tooManyFields({ fields }: DelimitedRow, headings: number) {
  if (fields.slice(headings).every((field) => field.trim() === '')) return null;
  return {
    message: `there are ${groupDigits(fields.length)} cells, but the first line names ${headings} columns.`,
    cure: 'Separate the columns by semicolons where numbers have a decimal comma, and put text that holds the separator into quotation marks.',
  };
}

function notesOn(headings: readonly string[]): string[] {
  const unused = headings.filter((heading) => heading.trim() !== '' && !watchColumnOf(heading));
  if (unused.length === 0) return [];
  const told = unused.slice(0, TOLD_HEADINGS).map((heading) => `"${shown(heading)}"`);
  const more = unused.length > TOLD_HEADINGS ? ` and ${unused.length - TOLD_HEADINGS} more` : '';
  return [
    `${unused.length === 1 ? 'The column' : 'The columns'} ${told.join(', ')}${more} ${unused.length === 1 ? 'is' : 'are'} not used.`,
  ];
}

function shown(heading: string): string {
  return heading
    .trim()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .slice(0, 40);
}
