/**
 * Decodes ASCII bytes. A TextDecoder's text lies outside of the engine's heap and has a record of its own, so
 * that a path would take twice the memory, and would only be freed by a garbage collection.
 */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  for (; at + 64 <= bytes.length; at += 64) text += next64(bytes, at);
  for (; at + 8 <= bytes.length; at += 8) text += next8(bytes, at);
  for (; at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/**
 * Decodes the next 64 bytes. It passes each as an argument of its own, since the engine copies an array of arguments
 * into a list of four bytes a character, which is garbage right after. With fewer bytes at a time, joining the pieces
 * would leave as much garbage.
 */
// prettier-ignore
function next64(b: Uint8Array, at: number): string {
  return String.fromCharCode(
    b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!, b[at + 6]!, b[at + 7]!,
    b[at + 8]!, b[at + 9]!, b[at + 10]!, b[at + 11]!, b[at + 12]!, b[at + 13]!, b[at + 14]!, b[at + 15]!,
    b[at + 16]!, b[at + 17]!, b[at + 18]!, b[at + 19]!, b[at + 20]!, b[at + 21]!, b[at + 22]!, b[at + 23]!,
    b[at + 24]!, b[at + 25]!, b[at + 26]!, b[at + 27]!, b[at + 28]!, b[at + 29]!, b[at + 30]!, b[at + 31]!,
    b[at + 32]!, b[at + 33]!, b[at + 34]!, b[at + 35]!, b[at + 36]!, b[at + 37]!, b[at + 38]!, b[at + 39]!,
    b[at + 40]!, b[at + 41]!, b[at + 42]!, b[at + 43]!, b[at + 44]!, b[at + 45]!, b[at + 46]!, b[at + 47]!,
    b[at + 48]!, b[at + 49]!, b[at + 50]!, b[at + 51]!, b[at + 52]!, b[at + 53]!, b[at + 54]!, b[at + 55]!,
    b[at + 56]!, b[at + 57]!, b[at + 58]!, b[at + 59]!, b[at + 60]!, b[at + 61]!, b[at + 62]!, b[at + 63]!,
  );
}

// prettier-ignore
function next8(b: Uint8Array, at: number): string {
  return String.fromCharCode(
    b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!, b[at + 6]!, b[at + 7]!,
  );
}

export function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

/** @returns the same JSON in ASCII, with other characters as escapes */
export function asciiJson(json: string): string {
  return json.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
