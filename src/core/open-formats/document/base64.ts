const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BLANK = 64;
const NONE = 255;
const EQUALS = '='.charCodeAt(0);

const VALUES = new Uint8Array(128).fill(NONE);
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value;
for (const blank of ' \t\r\n') VALUES[blank.charCodeAt(0)] = BLANK;

/**
 * The bytes of a base64 text (RFC 4648, 4); white space in it does not count, and nor does missing padding.
 *
 * @returns null when it is none
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((3 * text.length) / 4));
  let at = 0;
  let held = 0;
  let bits = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? VALUES[code]! : NONE;
    if (value === BLANK) continue;
    if (code === EQUALS) {
      padding++;
      continue;
    }
    if (value === NONE || padding > 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  // A single letter of a group is no byte.
  return padding > 2 || bits === 6 ? null : bytes.subarray(0, at);
}
