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

/** What a heading names; null: nothing that is read. */
export function watchColumnOf(heading: string): WatchColumn | null {
  const word = heading.trim().toLowerCase();
  return Object.hasOwn(MEANINGS, word) ? MEANINGS[word]! : null;
}

/**
 * Whether a first line is meant for the head of a table of peaks to watch, whole or not: what is wrong
 * with it is then told in its own words. A table of marker masses has a mass as well, and taxa.
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
