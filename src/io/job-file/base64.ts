const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** [4096 x 2] the two letters of each 12 bits, in ASCII. */
const PAIRS = new Uint8Array(2 * 4096).map((_, i) =>
  ALPHABET.charCodeAt(i % 2 === 0 ? i >> 7 : (i >> 1) & 63),
);
const PAD = 0x3d;

/** @returns how many letters so many bytes have */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3);
}

/**
 * Writes bytes as base64 in ASCII.
 *
 * @param letters [base64Length(bytes.length) or more] is written from its start
 */
export function encodeBase64Into(bytes: Uint8Array, letters: Uint8Array): void {
  const whole = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let at = 0; at < whole; at += 3)
    to = put(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, letters, to);
  const left = bytes.length - whole;
  if (left === 0) return;
  put(bytes[whole]!, bytes[whole + 1] ?? 0, 0, letters, to);
  letters.fill(PAD, to + left + 1, to + 4);
}

function put(a: number, b: number, c: number, letters: Uint8Array, to: number): number {
  const [first, second] = [2 * ((a << 4) | (b >> 4)), 2 * (((b & 15) << 8) | c)];
  letters[to] = PAIRS[first]!;
  letters[to + 1] = PAIRS[first + 1]!;
  letters[to + 2] = PAIRS[second]!;
  letters[to + 3] = PAIRS[second + 1]!;
  return to + 4;
}

const ascii = new TextDecoder('latin1');

export function encodeBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(base64Length(bytes.length));
  encodeBase64Into(bytes, letters);
  return ascii.decode(letters);
}

/**
 * Encodes a stream of bytes piece by piece. Each piece but the last has whole groups of three bytes, so that their
 * texts, one after the other, are the text of all.
 */
export class Base64Pieces {
  #rest: Uint8Array = new Uint8Array(0);

  add(bytes: Uint8Array): string {
    // Only the group that is open is copied.
    const missing = this.#rest.length === 0 ? 0 : 3 - this.#rest.length;
    const group = Uint8Array.of(...this.#rest, ...bytes.subarray(0, missing));
    if (group.length < 3 && missing > 0) {
      this.#rest = group;
      return '';
    }
    const from = bytes.subarray(missing);
    const whole = from.length - (from.length % 3);
    this.#rest = from.slice(whole);
    return encodeBase64(group) + encodeBase64(from.subarray(0, whole));
  }

  end(): string {
    return encodeBase64(this.#rest);
  }
}
