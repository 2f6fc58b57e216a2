/** Characters that a call is given at once: far from what a stack can hold. */
const PIECE = 4096;

/**
 * The text of ASCII bytes. A TextDecoder's lies outside of the engine's heap with a record of its own, where
 * a path takes twice the memory, and is only given back when the collector comes.
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
