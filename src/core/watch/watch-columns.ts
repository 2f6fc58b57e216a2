/** The columns of a table of peaks to watch. */
export type WatchColumn =
  'name' | 'mz' | 'mass' | 'charge' | 'tolerance_ppm' | 'tolerance_da' | 'note';

const MEANINGS: Readonly<Record<string, WatchColumn>> = {
  name: 'name',
  mz: 'mz',
  'm/z': 'mz',
  mass: 'mass',
  charge: 'charge',
  tolerance: 'tolerance_ppm',
  tolerance_ppm: 'tolerance_ppm',
  tolerance_da: 'tolerance_da',
  note: 'note',
};

/** @returns the column that a heading names; null for one that is not read */
export function watchColumnOf(heading: string): WatchColumn | null {
  const word = heading.trim().toLowerCase();
  return Object.hasOwn(MEANINGS, word) ? MEANINGS[word]! : null;
}

/**
 * Returns whether a first line is the head of a table of peaks to watch, complete or not, so that a mistake
 * in it is reported in words about such a table. A table of marker masses has a mass as well, and taxa.
 */
export function isWatchHeader(headings: readonly string[]): boolean {
  const columns = new Set(headings.map(watchColumnOf));
  if (headings.some((heading) => /^\s*(?:taxon|locus)\s*$/i.test(heading))) return false;
  return (
    columns.has('mz') ||
    columns.has('tolerance_ppm') ||
    columns.has('tolerance_da') ||
    (columns.has('name') && columns.has('mass'))
  );
}

/** Returns whether a first line can be the head of nothing but a table of peaks to watch. */
export function isWholeWatchHeader(headings: readonly string[]): boolean {
  const columns = new Set(headings.map(watchColumnOf));
  if (!isWatchHeader(headings)) return false;
  const isNamed = columns.has('name') && (columns.has('mz') || columns.has('mass'));
  return isNamed || columns.has('tolerance_ppm') || columns.has('tolerance_da');
}
