import type { Cell } from './types';

/**
 * Writes a cell as text. A number gets six significant digits, more than any measured number is exact to, and
 * no exponent where it needs none. Null, NaN and infinity become empty text.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  const number = typeof cell === 'object' ? cell.number : cell;
  if (!Number.isFinite(number)) return '';
  return typeof cell === 'object'
    ? number.toFixed(cell.decimals)
    : String(Number(number.toPrecision(6)));
}
