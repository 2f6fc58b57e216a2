/** What stands between the two numbers of a line. */
export type Separator = 'tab' | 'semicolon' | 'comma' | 'blank';

/**
 * The separator of a line of numbers. A comma separates where nothing else does; else it is a decimal
 * comma, except with a blank behind it.
 */
export function separatorOf(line: string): Separator {
  if (line.includes('\t')) return 'tab';
  if (line.includes(';')) return 'semicolon';
  if (/,\s/.test(line)) return 'comma';
  if (/\s/.test(line)) return 'blank';
  return 'comma';
}

const CHARACTERS = { tab: '\t', semicolon: ';', comma: ',' } as const;

/**
 * The cells of a trimmed line, without blanks and quotes around them. Several tabs in a row count as one.
 * The time grows with the line's length only: a pattern that begins with any number of blanks is tried
 * again at each blank of a long stretch.
 */
export function cellsOf(line: string, separator: Separator): string[] {
  return split(line, separator).map((cell) => cell.replace(/^(["'])(.*)\1$/, '$2'));
}

function split(line: string, separator: Separator): string[] {
  if (separator === 'blank') return line.split(/\s+/);
  const cells = line.split(CHARACTERS[separator]).map((cell) => cell.trim());
  return separator === 'tab' ? cells.filter((cell) => cell !== '') : cells;
}

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** A number with a point or a comma for decimals; NaN when it is none. */
export function numberOf(cell: string): number {
  return NUMBER.test(cell) ? Number(cell.replace(',', '.')) : NaN;
}

/** Whether a trimmed line is two numbers or more. */
export function isNumbers(line: string): boolean {
  const cells = cellsOf(line, separatorOf(line));
  return cells.length > 1 && cells.every((cell) => !Number.isNaN(numberOf(cell)));
}
