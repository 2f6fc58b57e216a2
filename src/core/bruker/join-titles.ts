/** Most titles that are listed; a run of hundreds of plates has as many titles. */
const MAX_TITLES = 3;

/**
 * Joins the titles of several runs to one. Equal titles count once.
 *
 * @returns null when there is none
 */
export function joinTitles(titles: Iterable<string>): string | null {
  const different = [...new Set(titles)];
  if (different.length === 0) return null;
  if (different.length <= MAX_TITLES) return different.join(', ');
  const told = different.slice(0, MAX_TITLES - 1);
  return `${told.join(', ')} and ${different.length - told.length} more`;
}
