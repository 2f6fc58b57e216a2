const LONGEST = 200;

/** What a file calls something, as it can be shown: without control characters, and not endless. */
export function shownText(written: string | null | undefined): string | null {
  const text = (written ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return text === '' ? null : text;
}

/** A count as XML has it; null when it is none. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}
