import { withoutFormulas } from '../../core/formulas';
import { cellText } from './cell-text';
import { resultTable } from './table';
import type { Cell, ExportedJob } from './types';

/**
 * Yields the result table as tab-separated text for programs, line by line: a header line, UTF-8 without a
 * byte order mark, lines that end in a line feed, no quotes. Tabs and line breaks inside a cell become
 * blanks, characters that a terminal would obey are left out, and an apostrophe stands before a formula.
 */
export function* exportTsv(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = resultTable(exported);
  yield tsvLine(columns);
  for (const row of rows) yield tsvLine(row);
}

/**
 * Writes a line of tab-separated text. People open such files in spreadsheets as well, so that no text in it is
 * a formula, and none begins with a quote, in which a reader would look for the end of the cell.
 */
export function tsvLine(cells: readonly Cell[]): string {
  return `${cells.map(tsvCell).join('\t')}\n`;
}

function tsvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cellText(cell);
  const text = withoutFormulas(cell);
  return /^\s*"/.test(text) ? `'${text}` : text;
}
