/** Marks of thousands other than point and comma: blanks and apostrophes. */
const SPACES = /[\s\u00a0\u2007\u2009\u202f'\u2019]/g;
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** A mark before three digits, which stand for thousands or for decimals. */
const AMBIGUOUS = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** What R, Excel and laboratories write where they have no number. */
const MISSING = /^(?:|na|n\/a|#n\/a|#nv|null|none|nd|n\.d\.|-|–|—|absent|missing)$/i;

export function isMissing(cell: string): boolean {
  return MISSING.test(cell.trim());
}

/** How the numbers of one column are written. */
export type ColumnNumbers =
  | { readonly read: (cell: string) => number }
  /** Two cells of the column: one with a decimal point, one with a decimal comma. */
  | { readonly mixed: readonly [point: string, comma: string] };

/**
 * Finds out from all cells of a column whether its numbers have a decimal point or a decimal comma.
 *
 * @param kind decides what `4,365` means: 4365 among masses and counts (`large`), since no mass is near 4;
 *   4.365 among fractions
 * @returns `read` returns NaN for text that is not a number
 */
export function numbersOf(cells: readonly string[], kind: 'large' | 'fraction'): ColumnNumbers {
  let point: string | null = null;
  let comma: string | null = null;
  for (const cell of cells) {
    const mark = decimalMark(cell.replace(SPACES, ''), kind);
    if (mark === '.') point ??= cell;
    if (mark === ',') comma ??= cell;
  }
  if (point !== null && comma !== null) return { mixed: [point, comma] };
  const decimal = point !== null ? '.' : comma !== null ? ',' : null;
  return { read: (cell) => parseNumber(cell.replace(SPACES, ''), decimal) };
}

/** @returns the decimal mark; null if the cell has none, or if its mark may separate thousands */
function decimalMark(cell: string, kind: 'large' | 'fraction'): '.' | ',' | null {
  const last = Math.max(cell.lastIndexOf('.'), cell.lastIndexOf(','));
  if (last === -1) return null;
  const mark = cell[last] as '.' | ',';
  const before = cell.slice(0, last);
  if (before.includes(mark)) return null;
  return kind === 'large' && AMBIGUOUS.test(cell) ? null : mark;
}

/** @param decimal null if no cell of the column shows which mark is the decimal one */
function parseNumber(text: string, decimal: '.' | ',' | null): number {
  const point = decimal ?? (text.includes(',') ? '.' : ',');
  const thousands = point === '.' ? ',' : '.';
  const [whole = '', ...rest] = text.split(point);
  if (rest.length > 1) return NaN;
  if (whole.includes(thousands) && !GROUPED[thousands].test(whole)) return NaN;
  const plain = [whole.replaceAll(thousands, ''), ...rest].join('.');
  return PLAIN.test(plain) ? Number(plain) : NaN;
}

const GROUPED = { ',': /^[-+]?\d{1,3}(?:,\d{3})+$/, '.': /^[-+]?\d{1,3}(?:\.\d{3})+$/ } as const;
