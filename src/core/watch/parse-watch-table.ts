import { decodeText } from '../text';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { type DelimitedRow, parseDelimited } from '../sample-sheet/parse-delimited';
import { type ColumnPlaces, readWatchRow, type RowFault, watchNameKey } from './read-watch-row';
import type { WatchedPeak } from './types';
import { type WatchColumn, watchColumnOf } from './watch-columns';
import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

export type WatchTableProblem = Problem<
  'watch-table-empty' | 'watch-table-header' | 'watch-table-row' | 'watch-table-size'
>;

export interface WatchTable {
  /** In the order of the lines; 1 to 200, each with a name of its own. */
  readonly peaks: readonly WatchedPeak[];
  /** On the parts of the file that are not used. */
  readonly notes: readonly Sentences[];
}

const MOST_WATCHED = 200;
/** 200 lines with the longest names and notes take about half as much. */
const MOST_BYTES = 512 * 1024;
/** Most unused headings that are listed by name. */
const TOLD_HEADINGS = 5;

const EXAMPLE = sentence('watchTable.example');

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
  const fail = (kind: WatchTableProblem['kind'], message: Sentences, cure: Sentences = EXAMPLE) =>
    err(problem(kind, message, cure, path));
  if (bytes.length > MOST_BYTES) {
    return fail(
      'watch-table-size',
      sentence('told.tableBytes', { count: bytes.length, most: MOST_BYTES }),
      sentence('watchTable.sizeBytesCure', { most: MOST_WATCHED }),
    );
  }
  const text = decodeText(bytes);
  if (text.trim() === '') {
    return fail('watch-table-empty', sentence('watchTable.empty'));
  }
  const delimiter = delimiterOf(text);
  const [header, ...lines] = parseDelimited(text, delimiter, MOST_WATCHED + 2);
  const headings = header?.fields ?? [];
  const columns = placesOf(headings);
  if (!columns.ok) return fail('watch-table-header', columns.error.message, columns.error.cure);
  if (lines.length === 0) {
    return fail('watch-table-empty', sentence('watchTable.emptyBelow'));
  }
  if (lines.length > MOST_WATCHED) {
    return fail(
      'watch-table-size',
      sentence('watchTable.sizePeaks', { most: MOST_WATCHED }),
      sentence('watchTable.sizePeaksCure'),
    );
  }
  const peaks: WatchedPeak[] = [];
  const lineOf = new Map<string, number>();
  for (const row of lines) {
    const read = tooManyFields(row, headings.length) ?? readWatchRow(row, columns.value);
    if ('message' in read) {
      return fail(
        'watch-table-row',
        sentence('told.tableLine', { line: row.line, fault: read.message }),
        read.cure,
      );
    }
    const key = watchNameKey(read.name);
    const before = lineOf.get(key);
    if (before !== undefined) {
      return fail(
        'watch-table-row',
        sentence('told.tableLine', {
          line: row.line,
          fault: sentence('watchTable.nameTwice', { name: read.name, before }),
        }),
        sentence('watchTable.nameTwiceCure'),
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
function placesOf(headings: readonly string[]): Result<ColumnPlaces, RowFault> {
  const places = new Map<WatchColumn, number>();
  for (const [place, heading] of headings.entries()) {
    const column = watchColumnOf(heading);
    if (column === null) continue;
    const before = places.get(column);
    if (before !== undefined) {
      return err({
        message: sentence('watchTable.columnTwice', {
          first: shown(headings[before]!),
          second: shown(heading),
        }),
        cure: sentence('watchTable.columnTwiceCure'),
      });
    }
    places.set(column, place);
  }
  if (!places.has('name')) {
    return err({ message: sentence('watchTable.noName'), cure: EXAMPLE });
  }
  if (!places.has('mz') && !places.has('mass')) {
    return err({
      message: sentence('watchTable.noPlace'),
      cure: EXAMPLE,
    });
  }
  if (places.has('tolerance_ppm') && places.has('tolerance_da')) {
    return err({
      message: sentence('watchTable.bothTolerances'),
      cure: sentence('watchTable.bothTolerancesCure'),
    });
  }
  return ok(places);
}

function tooManyFields({ fields }: DelimitedRow, headings: number) {
  if (fields.slice(headings).every((field) => field.trim() === '')) return null;
  return {
    message: sentence('watchTable.cells', { count: fields.length, headings }),
    cure: sentence('watchTable.cellsCure'),
  };
}

function notesOn(headings: readonly string[]): Sentence[] {
  const unused = headings.filter((heading) => heading.trim() !== '' && !watchColumnOf(heading));
  if (unused.length === 0) return [];
  const told = unused.slice(0, TOLD_HEADINGS).map((heading) => `"${shown(heading)}"`);
  const columns = told.join(', ');
  const more = unused.length - TOLD_HEADINGS;
  return [
    more > 0
      ? sentence('watchTable.columnsUnusedMore', { columns, more })
      : sentence('watchTable.columnsUnused', { columns, count: unused.length }),
  ];
}

function shown(heading: string): string {
  return heading
    .trim()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .slice(0, 40);
}
