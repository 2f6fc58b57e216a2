import { withoutFormulas } from '../../core/formulas';
import { cellText } from './cell-text';
import { resultTable } from './table';
import type { Cell, Decimal, ExportedJob } from './types';

/**
 * Yields the result table as comma-separated text for spreadsheets, line by line, as RFC 4180 describes it: a
 * header line, lines that end in CR LF, quotes around cells that need them. It begins with a byte order mark,
 * since Excel would not read the text as UTF-8 without one.
 */
export function* exportCsv(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = resultTable(exported);
  const line = csvLines(exported.decimal);
  yield `\ufeff${line(columns)}`;
  for (const row of rows) yield line(row);
}

/** Returns a function that writes lines as spreadsheets of a country expect them. */
export function csvLines(decimal: Decimal = 'point'): (cells: readonly Cell[]) => string {
  if (decimal === 'point') return csvLine;
  // Where the comma is the decimal sign, a semicolon separates cells.
  return (cells) => `${cells.map(commaCell).join(';')}\r\n`;
}

/** Writes a line of comma-separated text, in which no text is a formula; numbers are ours, and stay. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function commaCell(cell: Cell): string {
  return typeof cell === 'string' ? csvCell(cell) : cellText(cell).replace('.', ',');
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? withoutFormulas(cell) : cellText(cell);
  // A semicolon separates cells, too, where the comma is the decimal sign.
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
