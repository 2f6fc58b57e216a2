/** Titles that are all told; a run of hundreds of plates has as many. */
const MAX_TITLES = 3;

/** The titles of several runs as that of one; null when there is none. Two that are the same count once. */
export function joinTitles(titles: Iterable<string>): string | null {
  const different = [...new Set(titles)];
  if (different.length === 0) return null;
  if (different.length <= MAX_TITLES) return different.join(', ');
  const told = different.slice(0, MAX_TITLES - 1);
  return `${told.join(', ')} and ${different.length - told.length} more`;
}
