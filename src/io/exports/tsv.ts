import { withoutOrders } from '../../core/orders';
import { cellText } from './cell-text';
import { resultTable } from './table';
import type { ExportedJob } from './types';

/**
 * The result table as tab-separated text with a header line, for programs: UTF-8 without a byte-order
 * mark, lines end in a line feed, nothing is quoted. Tabs and line breaks inside a cell become blanks, and
 * what gives orders to a terminal is left out.
 * Given in pieces, a line each.
 */
export function* exportTsv(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = resultTable(exported);
  yield tsvLine(columns);
  for (const row of rows) yield tsvLine(row.map(cellText));
}

export function tsvLine(cells: readonly string[]): string {
  return `${cells.map(withoutOrders).join('\t')}\n`;
}
