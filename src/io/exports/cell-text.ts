import type { Cell } from './types';

/**
 * Writes a cell as text. A number gets six significant digits, more than any measured number is exact to, and
 * no exponent where it needs none. Null, NaN and infinity become empty text.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return cell.number.toFixed(cell.decimals);
  return Number.isFinite(cell) ? String(Number(cell.toPrecision(6))) : '';
}
