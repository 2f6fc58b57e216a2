import type { DelimitedRow } from './parse-delimited';
import { parseDelimited } from './parse-delimited';

/** Where a table has the columns of a sample sheet. */
export interface SheetHeader {
  /** Place of the header among the rows: lines with a title may stand above it. */
  readonly row: number;
  readonly spectrum: number;
  readonly sample: number;
}

/** How a text is split into columns. */
export interface SheetText {
  /** Without the line that names the separator. */
  readonly text: string;
  readonly delimiter: string;
  /** Lines that were taken off the beginning. */
  readonly linesBefore: number;
  readonly header: SheetHeader;
}

/** Rows in which the header is looked for. */
export const HEADER_WITHIN = 30;
const DELIMITERS = ['\t', ',', ';', '|'];
/** Excel's own line, which says what separates the columns. */
const SEPARATOR_LINE = /^\ufeff?"?sep=(.)"?[\t,;|]*(?:\r\n|\n|\r|$)/i;

/** @returns null when no row names both columns */
export function findHeader(
  rows: readonly { readonly fields: readonly string[] }[],
): SheetHeader | null {
  for (const [row, { fields }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const names = fields.map(columnName);
    const spectrum = names.indexOf('spectrumid');
    const sample = names.indexOf('sampleid');
    if (spectrum !== -1 && sample !== -1) return { row, spectrum, sample };
  }
  return null;
}

/** @returns how the text of a sample sheet is split; null where it is none */
export function splitSheet(text: string): SheetText | null {
  const { text: rest, lines: linesBefore, separator } = takeSeparatorLine(text);
  const delimiters = separator === null ? DELIMITERS : [separator, ...DELIMITERS];
  for (const delimiter of delimiters) {
    const header = findHeader(parseDelimited(rest, delimiter, HEADER_WITHIN));
    if (header !== null) return { text: rest, delimiter, linesBefore, header };
  }
  return null;
}

/** Takes Excel's own line, `sep=;`, off the beginning of a table. */
export function takeSeparatorLine(text: string): {
  readonly text: string;
  /** Number of lines that were taken off. */
  readonly lines: number;
  /** What the line says, or null where there is none. */
  readonly separator: string | null;
} {
  const found = SEPARATOR_LINE.exec(text);
  if (found === null) return { text, lines: 0, separator: null };
  return { text: text.slice(found[0].length), lines: 1, separator: found[1] ?? null };
}

/** The rows below the header, with their lines in the file. */
export function rowsBelow(split: SheetText, most: number): readonly DelimitedRow[] {
  const { text, delimiter, linesBefore, header } = split;
  const rows = parseDelimited(text, delimiter, most + header.row + 1).slice(header.row + 1);
  return linesBefore === 0 ? rows : rows.map((row) => ({ ...row, line: row.line + linesBefore }));
}

/** `Spectrum ID`, `spectrum_id` and `SpectrumID` are one column. */
function columnName(text: string): string {
  return text.toLowerCase().replace(/[\s\u200b\ufeff_.-]+/g, '');
}
