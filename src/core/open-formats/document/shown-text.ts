const LONGEST = 200;

/** What a file calls something, as it can be shown: without control characters, and not endless. */
export function shownText(written: string | null | undefined): string | null {
  const text = (written ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return text === '' ? null : text;
}
