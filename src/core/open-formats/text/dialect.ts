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

const PATTERNS: Readonly<Record<Separator, RegExp>> = {
  tab: /\s*\t\s*/,
  semicolon: /\s*;\s*/,
  comma: /\s*,\s*/,
  blank: /\s+/,
};

/** The cells of a trimmed line, without quotes around them. */
export function cellsOf(line: string, separator: Separator): string[] {
  return line.split(PATTERNS[separator]).map((cell) => cell.replace(/^(["'])(.*)\1$/, '$2'));
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
