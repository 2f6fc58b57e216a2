import { withoutOrders } from '../../core/orders';
import { cellText } from './cell-text';
import { resultTable } from './table';
import type { ExportedJob } from './types';

/**
 * Yields the result table as tab-separated text for programs, line by line: a header line, UTF-8 without a
 * byte order mark, lines that end in a line feed, no quotes. Tabs and line breaks inside a cell become
 * blanks, and characters that a terminal would obey are left out.
 */
export function* exportTsv(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = resultTable(exported);
  yield tsvLine(columns);
  for (const row of rows) yield tsvLine(row.map(cellText));
}

export function tsvLine(cells: readonly string[]): string {
  return `${cells.map(withoutOrders).join('\t')}\n`;
}
