import { base64Length, encodeBase64Into } from './base64';
import { exactText } from './exact-text';

/** Takes the place of the letters in a value of which a line is made. No number and no name of a field has it. */
export const LETTERS = '\u0000';
/** The same in JSON, without its quotes. */
const PLACE = JSON.stringify(LETTERS).slice(1, -1);

/**
 * Writes parts with many bytes as lines of JSON in ASCII, each into the same memory. As texts of some hundred
 * kilobytes they would lie in the engine's memory until its collector takes all, which comes late.
 */
export class BinaryLines {
  readonly #encoder = new TextEncoder();
  #line = new Uint8Array(1 << 16);

  /**
   * @param value has `LETTERS` where the bytes are to stand in base64
   * @returns the line, which is good until the next one is made
   */
  line(value: object, bytes: Uint8Array): Uint8Array {
    const text = exactText(value);
    const at = text.indexOf(PLACE);
    const before = this.#encoder.encode(text.slice(0, at));
    const after = this.#encoder.encode(text.slice(at + PLACE.length));
    const letters = base64Length(bytes.length);
    const length = before.length + letters + after.length;
    if (this.#line.length < length) this.#line = new Uint8Array(2 * length);
    this.#line.set(before);
    encodeBase64Into(bytes, this.#line.subarray(before.length));
    this.#line.set(after, before.length + letters);
    return this.#line.subarray(0, length);
  }
}
