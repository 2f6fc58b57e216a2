const LONGEST = 200;

/** Makes a name from a file fit to be shown: removes control characters and limits its length. */
export function shownText(written: string | null | undefined): string | null {
  const text = (written ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return text === '' ? null : text;
}

/**
 * Parses a count in XML.
 *
 * @returns null when it is not a count
 */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}
