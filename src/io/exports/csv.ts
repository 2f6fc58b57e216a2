import { withoutOrders } from '../../core/orders';
import { cellText } from './cell-text';
import { resultTable } from './table';
import type { Cell, ExportedJob } from './types';

/**
 * The result table as comma-separated text for spreadsheets, after RFC 4180: with a header line, lines
 * end in CR LF, cells are quoted where they need it. A byte-order mark comes first, without which
 * Excel takes the text for another encoding than UTF-8. Given in pieces, a line each.
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
 * A spreadsheet takes text that begins like a formula for one, and a name can come from anywhere: an
 * apostrophe before it makes it text, also behind blanks and behind what is left out. Numbers are written by us and stay as they are.
 * Source: OWASP, "CSV Injection".
 */
function defused(text: string): string {
  const plain = withoutOrders(text);
  return /^[\t\r]/.test(text) || /^[=+\-@]/.test(plain.trimStart()) ? `'${plain}` : plain;
}
