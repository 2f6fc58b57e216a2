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
  /** Cells of which one has a decimal point, and the other a decimal comma. */
  | { readonly mixed: readonly [point: string, comma: string] };

/**
 * Tells from all cells of a column how its numbers are written, with a decimal point or a comma.
 *
 * @param kind a single mark before three digits stands for thousands in masses and counts, none of which is
 * below 1,000 with three decimals, and for decimals in fractions
 * @returns `read` gives NaN for what is no number
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

/** @returns the mark that stands before the decimals; null where none does, or it may mark thousands */
function decimalMark(cell: string, kind: 'large' | 'fraction'): '.' | ',' | null {
  const last = Math.max(cell.lastIndexOf('.'), cell.lastIndexOf(','));
  if (last === -1) return null;
  const mark = cell[last] as '.' | ',';
  const before = cell.slice(0, last);
  if (before.includes(mark)) return null;
  return kind === 'large' && AMBIGUOUS.test(cell) ? null : mark;
}

/** @param decimal null where no cell of the column shows what stands before decimals */
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
