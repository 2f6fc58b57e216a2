import { printable } from '../text';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { decodeTable } from './decode-table';
import { findHeader, rowsBelow, splitSheet } from './find-header';
import {
  readSheetRows,
  type SampleSheetRow,
  type SheetWarning,
  type SheetLine,
} from './read-sheet-rows';
import { sentence, type Sentence } from '../../words/told/sentence';

export interface SampleSheet {
  readonly path: string;
  /** No `spectrumId` stands twice. Names are folded, as by `foldName`. */
  readonly rows: readonly SampleSheetRow[];
  /** Lines that were left out, each with its number and reason; the first ones, if there are many. */
  readonly warnings: readonly SheetWarning[];
}

export type SheetProblem = Problem<'sheet-empty' | 'sheet-header' | 'sheet-size'>;

/** A line for each spectrum of 250 target plates takes about as much. */
export const MAX_SHEET_BYTES = 8 * 1024 * 1024;
export const MAX_SHEET_ROWS = 100_000;

const EXAMPLE = sentence('sheet.example');

/**
 * Reads a sample sheet that is a text. A line of it names the columns `spectrum_id` and `sample_id`, in any
 * order and among others, and lines with a title may stand above. Tabs, commas, semicolons and bars all
 * separate, whichever the header has, or what Excel's `sep=` says.
 *
 * @param path as the user's archive names the file, for messages
 */
export function parseSampleSheet(
  bytes: Uint8Array,
  path: string,
): Result<SampleSheet, SheetProblem> {
  if (bytes.length > MAX_SHEET_BYTES) {
    return err(sheetTooLarge(sentence('sheet.tooManyBytes', { bytes: bytes.length }), path));
  }
  const text = decodeTable(bytes);
  const split = splitSheet(text);
  if (split === null) return err(noHeader(text.replace(/^\ufeff?sep=.*/i, ''), path));
  const lines = rowsBelow(split, MAX_SHEET_ROWS + 1);
  if (lines.length > MAX_SHEET_ROWS) return err(tooManyRows(path));
  return ok({ path, ...readSheetRows(lines, split.header, path) });
}

/** The same, of a table that is split into rows and cells already; a workbook's, say. */
export function parseSheetTable(
  table: readonly SheetLine[],
  path: string,
): Result<SampleSheet, SheetProblem> {
  const header = findHeader(
    table.map(({ fields }) => ({ fields: fields.map((field) => field ?? '') })),
  );
  if (header === null) {
    const [first] = table.filter(({ fields }) => fields.some((field) => field?.trim()));
    return err(noHeader((first?.fields ?? []).join('\t'), path));
  }
  const lines = table.slice(header.row + 1);
  if (lines.length > MAX_SHEET_ROWS) return err(tooManyRows(path));
  return ok({ path, ...readSheetRows(lines, header, path) });
}

/** Whether a file that begins so is a sample sheet, whatever it is called. */
export function beginsAsSheet(head: Uint8Array): boolean {
  return splitSheet(decodeTable(head)) !== null;
}

function noHeader(text: string, path: string): SheetProblem {
  const firstLine = text
    .trim()
    .split(/[\r\n]/, 1)[0]!
    .replaceAll('\t', ' ')
    .slice(0, 80);
  if (firstLine === '') {
    return problem('sheet-empty', sentence('sheet.empty'), EXAMPLE, path);
  }
  return problem(
    'sheet-header',
    sentence('sheet.noHeader', { line: printable(firstLine) }),
    EXAMPLE,
    path,
  );
}

function tooManyRows(path: string): Problem<'sheet-size'> {
  return sheetTooLarge(sentence('sheet.tooManyLines', { most: MAX_SHEET_ROWS }), path);
}

export function sheetTooLarge(message: Sentence, path: string): Problem<'sheet-size'> {
  return problem('sheet-size', message, sentence('sheet.tooLargeCure'), path);
}
