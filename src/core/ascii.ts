/**
 * Decodes ASCII bytes. A TextDecoder's text lies outside of the engine's heap and has a record of its own, so
 * that a path would take twice the memory, and would only be freed by a garbage collection.
 */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  for (; at + AT_ONCE <= bytes.length; at += AT_ONCE) text += charactersAt(bytes, at);
  for (; at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

const AT_ONCE = 32;

/**
 * Decodes the next 32 bytes. It passes each as an argument of its own, since the engine copies an array of arguments
 * into a list of four bytes a character, which is garbage right after.
 */
// prettier-ignore
function charactersAt(b: Uint8Array, at: number): string {
  return String.fromCharCode(
    b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!, b[at + 6]!, b[at + 7]!,
    b[at + 8]!, b[at + 9]!, b[at + 10]!, b[at + 11]!, b[at + 12]!, b[at + 13]!, b[at + 14]!, b[at + 15]!,
    b[at + 16]!, b[at + 17]!, b[at + 18]!, b[at + 19]!, b[at + 20]!, b[at + 21]!, b[at + 22]!, b[at + 23]!,
    b[at + 24]!, b[at + 25]!, b[at + 26]!, b[at + 27]!, b[at + 28]!, b[at + 29]!, b[at + 30]!, b[at + 31]!,
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
