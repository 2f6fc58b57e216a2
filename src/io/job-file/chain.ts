import { hexOf } from '../sha256';

const SIZE = 32;
/** Bytes that a character of UTF-16 takes at most as UTF-8. */
const MOST = 3;

/**
 * A checksum of lines, one after the other: SHA-256 of the checksum before (32 zero bytes at first) and of the
 * line. The browser's own SHA-256 takes all bytes at once, which would be those of a whole job.
 */
export class Chain {
  readonly #encoder = new TextEncoder();
  /** Memory for a line, which is used again: the collector comes late to buffers, and a long job has thousands. */
  #bytes = new Uint8Array(1 << 16);
  #state: Uint8Array<ArrayBuffer> = new Uint8Array(SIZE);

  /** @param line as text, or as its bytes, which are read before this returns */
  async add(line: string | Uint8Array): Promise<void> {
    const most = SIZE + (typeof line === 'string' ? MOST * line.length : line.length);
    if (this.#bytes.length < most) this.#bytes = new Uint8Array(2 * most);
    this.#bytes.set(this.#state);
    const written = this.#put(line);
    // It reads the bytes before it returns.
    const digest = crypto.subtle.digest('SHA-256', this.#bytes.subarray(0, SIZE + written));
    this.#state = new Uint8Array(await digest);
  }

  #put(line: string | Uint8Array): number {
    const room = this.#bytes.subarray(SIZE);
    if (typeof line === 'string') return this.#encoder.encodeInto(line, room).written;
    room.set(line);
    return line.length;
  }

  /** Lower-case hex. */
  get hex(): string {
    return hexOf(this.#state);
  }
}
