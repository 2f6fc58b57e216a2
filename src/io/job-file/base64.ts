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
    const all = new Uint8Array(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const whole = all.length - (all.length % 3);
    this.#rest = all.slice(whole);
    return encodeBase64(all.subarray(0, whole));
  }

  end(): string {
    return encodeBase64(this.#rest);
  }
}
