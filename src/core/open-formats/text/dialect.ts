/** The separator between the two numbers of a line. */
export type Separator = 'tab' | 'semicolon' | 'comma' | 'blank';

/**
 * Determines the separator of a line of numbers. A comma is the separator where there is no other; else it
 * is a decimal comma, unless a blank follows it.
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
 * Splits a trimmed line into cells, without the blanks and quotes around them. Several consecutive tabs
 * count as one. Its time is linear in the line's length; a pattern that begins with any number of blanks
 * would not be, as it is tried again at each blank of a long stretch.
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

/**
 * Parses a number with a decimal point or comma.
 *
 * @returns NaN when it is not a number
 */
export function numberOf(cell: string): number {
  return NUMBER.test(cell) ? Number(cell.replace(',', '.')) : NaN;
}

/** @returns whether a trimmed line consists of two numbers or more */
export function isNumbers(line: string): boolean {
  const cells = cellsOf(line, separatorOf(line));
  return cells.length > 1 && cells.every((cell) => !Number.isNaN(numberOf(cell)));
}
