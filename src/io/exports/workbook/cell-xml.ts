import { withoutOrders } from '../../../core/orders';
import type { Cell } from '../types';
import { STYLES } from './cell-styles';
import type { SheetColumn } from './sheet';

/** Characters that Excel takes in a cell. */
const MOST_CELL = 32_767;

/**
 * Writes a row. A text is never a formula, a number or a date, whatever it looks like: it stands in the cell
 * itself (`inlineStr`), in the format Text, so that Excel takes it for one also when a person edits it.
 */
export function rowXml(
  row: number,
  cells: readonly Cell[],
  columns: readonly SheetColumn[],
): string {
  let xml = `<row r="${row}">`;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    if (cell === null || cell === '') continue;
    const place = `r="${columnName(at)}${row}"`;
    if (typeof cell === 'string') xml += textCell(place, STYLES.text, cell);
    else {
      const number = typeof cell === 'number' ? cell : cell.number;
      if (!Number.isFinite(number)) continue;
      xml += `<c ${place} s="${STYLES[columns[at]?.kind ?? 'number']}"><v>${number}</v></c>`;
    }
  }
  return `${xml}</row>`;
}

export function headXml(columns: readonly SheetColumn[]): string {
  const cells = columns.map(({ head }, at) =>
    textCell(`r="${columnName(at)}1"`, STYLES.head, head),
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function textCell(place: string, style: number, text: string): string {
  return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/**
 * Makes the XML of a text. Characters that a program obeys are left out, as in every export, and of a text that
 * Excel has no room for the end.
 */
export function xmlText(text: string): string {
  let plain = withoutOrders(text).replace(/[\ufffe\uffff]/g, '');
  if (plain.length > MOST_CELL) {
    plain = `${plain.slice(0, MOST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }
  return (
    plain
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Excel reads `_x0041_` as the character A (ECMA-376, 22.9.2.19).
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  );
}

const NAMES: string[] = [];

/** Names a column as a spreadsheet does: `A` to `Z`, then `AA`. */
export function columnName(at: number): string {
  let name = NAMES[at];
  if (name === undefined) {
    const last = String.fromCharCode(65 + (at % 26));
    NAMES[at] = name = at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
  }
  return name;
}
