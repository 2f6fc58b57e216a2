import { hexOf } from '../sha256';

const SIZE = 32;

/**
 * A checksum of lines, one after the other: SHA-256 of the checksum before (32 zero bytes at first) and of the
 * line. The browser's own SHA-256 takes all bytes at once, which would be those of a whole job.
 */
export class Chain {
  readonly #encoder = new TextEncoder();
  #state: Uint8Array<ArrayBuffer> = new Uint8Array(SIZE);

  async add(line: string): Promise<void> {
    const text = this.#encoder.encode(line);
    const bytes = new Uint8Array(SIZE + text.length);
    bytes.set(this.#state);
    bytes.set(text, SIZE);
    this.#state = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  }

  /** Lower-case hex. */
  get hex(): string {
    return hexOf(this.#state);
  }
}
