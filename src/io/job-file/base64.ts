/** Bytes that are made a text together: a call takes only so many arguments. */
const TOGETHER = 0x3000;

export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += TOGETHER) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + TOGETHER)));
  }
  return text;
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
