/** A row of cells, with its line in the file. */
export interface FeatureRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One feature's place on the mass axis. */
export interface FeatureCell {
  readonly value: number;
  /** Width of its bin, Da, where the cell names both edges; else null. */
  readonly width: number | null;
}

/** @returns null for a cell that names no edge */
export type ReadCell = (cell: string) => FeatureCell | null;

/** The edges of bins that spectra of this kind have; indices of columns are smaller. */
export const EDGE_RANGE = { from: 1_000, to: 30_000 } as const;
/** Widest bin of a cell that names both of its edges, Da. */
const WIDEST = 100;

const NUMBER = String.raw`\d{1,9}(?:\.\d*)?(?:[eE][+-]?\d{1,3})?`;
/** What stands around the numbers in a name: `mz_4365`, `X4365`, `4365 Da`, `[4365, 4375)`. */
const NAMED = new RegExp(
  `^([^\\d+]{0,40}?)(${NUMBER})(?:([^\\d]{1,6}?)(${NUMBER}))?([^\\d]{0,12})$`,
);

/**
 * Finds out how the numbers of a list are written, from all of its cells.
 *
 * @returns reads one cell
 */
export function cellReader(cells: readonly string[]): ReadCell {
  const style = numberStyle(cells);
  // Whoever picks a column looks at each cell several times.
  const known = new Map<string, NamedCell | null>();
  const found = (cell: string): NamedCell | null => {
    let named = known.get(cell);
    if (named === undefined) {
      named = parseNamed(style(cell));
      known.set(cell, named);
    }
    return named;
  };
  // The words around the numbers are the same in the whole list; a heading may have others.
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const words = found(cell)?.words;
    if (words !== undefined) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return (cell) => {
    const named = found(cell);
    return named === null || named.words !== usual ? null : named;
  };
}

interface NamedCell extends FeatureCell {
  /** What stands around the numbers. */
  readonly words: string;
}

function parseNamed(cell: string): NamedCell | null {
  const found = NAMED.exec(cell);
  if (found === null) return null;
  const [, before = '', first = '', between = '', second, after = ''] = found;
  // A minus belongs to the number where nothing else stands before it.
  if (/^\s*[-\u2212]\s*$/.test(before)) return null;
  const value = Number(first);
  if (!(value >= EDGE_RANGE.from && value <= EDGE_RANGE.to)) return null;
  const width = second === undefined ? null : Number(second) - value;
  if (width !== null && !(width > 0 && width <= WIDEST)) return null;
  return { value, width, words: [before, between, after].join('#').toLowerCase() };
}

/** Whether these are numbers of columns or rows: 0, 1, 2 ... or 1, 2, 3 ... */
export function isIndex(cells: readonly string[]): boolean {
  const first = Number(cells[0]);
  return (
    cells.length > 0 &&
    (first === 0 || first === 1) &&
    cells.every((cell, i) => cell !== '' && Number(cell) === first + i)
  );
}

/** 4,365 and 4.365 are thousands here, since no edge is below 1,000. */
const THOUSANDS = /^(\d{1,2})[.,'\u2019\u00a0\u202f](\d{3})(?:[.,](\d*))?$/;
const DECIMAL_COMMA = /^(\d{4,5}),(\d+)$/;

/** Returns what makes a cell's number one with a decimal point and without marks of thousands. */
function numberStyle(cells: readonly string[]): (cell: string) => string {
  const isIn = (pattern: RegExp) => cells.some((cell) => pattern.test(cell));
  if (isIn(THOUSANDS)) return (cell) => cell.replace(THOUSANDS, '$1$2.$3');
  return isIn(DECIMAL_COMMA) ? (cell) => cell.replace(DECIMAL_COMMA, '$1.$2') : (cell) => cell;
}
