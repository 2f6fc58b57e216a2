import type { Cell } from './types';

/**
 * A cell as text: a number with six significant digits, which is more than any of them is exact to,
 * and without an exponent where it can do without; nothing for null and for what is no number.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return Number.isFinite(cell) ? String(Number(cell.toPrecision(6))) : '';
}
