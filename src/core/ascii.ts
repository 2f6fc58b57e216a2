/** Number of characters given to one call: far fewer than the stack can hold. */
const PIECE = 4096;

/**
 * Decodes ASCII bytes. A TextDecoder's text lies outside of the engine's heap and has a record of its own, so
 * that a path would take twice the memory, and would only be freed by a garbage collection.
 */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + PIECE) as unknown as number[]);
  }
  return text;
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
