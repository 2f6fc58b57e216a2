/** Blanks that take no room, soft hyphens, and marks of direction that come along when text is pasted. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** Half a character, which no file can hold. */
const HALF = /\p{Cs}/gu;
// eslint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const UUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/;
/** `A7`, `a07`, and `A7:0` as the run information has it. */
const SPOT = /^([A-Za-z]{1,2})0*([1-9]\d?)(?::\d+)?$/;
const SPOT_AT_END = /\.([a-z]{1,2})0+([1-9]\d?)$/;

/**
 * A name as it can be compared and shown: in NFC, since macOS takes letters apart; with all kinds of blanks
 * as one plain space, since Excel puts in others; and without characters that nobody can see.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFC')
    .replace(HALF, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(CONTROLS, '')
    .trim();
}

/** A folded name without what people write in several ways: case, the braces of a uid, the zero of `A07`. */
export function looseName(folded: string): string {
  const lower = folded.toLowerCase();
  return UUID.exec(lower)?.[1] ?? lower.replace(SPOT_AT_END, '.$1$2');
}

/** @returns `A7` for any way of writing that spot; null where a text is no spot */
export function spotOf(text: string): string | null {
  const match = SPOT.exec(text.trim());
  return match === null ? null : `${match[1]!.toUpperCase()}${match[2]!}`;
}
