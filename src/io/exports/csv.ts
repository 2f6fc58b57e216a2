import { withoutOrders } from '../../core/orders';
import { cellText } from './cell-text';
import { resultTable } from './table';
import type { Cell, ExportedJob } from './types';

/**
 * Yields the result table as comma-separated text for spreadsheets, line by line, as RFC 4180 describes it: a
 * header line, lines that end in CR LF, quotes around cells that need them. It begins with a byte order mark,
 * since Excel would not read the text as UTF-8 without one.
 */
export function* exportCsv(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = resultTable(exported);
  yield `\ufeff${csvLine(columns)}`;
  for (const row of rows) yield csvLine(row);
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? defused(cell) : cellText(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula, also behind blanks and behind
 * characters that are left out, since names come from strangers. Numbers stay unchanged, since this program
 * writes them.
 * Source: OWASP, "CSV Injection".
 */
function defused(text: string): string {
  const plain = withoutOrders(text);
  return /^[\t\r]/.test(text) || /^[=+\-@]/.test(plain.trimStart()) ? `'${plain}` : plain;
}
