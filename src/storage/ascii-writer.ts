import { asciiJson } from '../core/ascii';

/**
 * Writes JSON into bytes, piece by piece, in ASCII. It copies the characters itself: a `TextEncoder` needs a view of the
 * bytes for each piece, and the browser keeps each view until the page's next whole garbage collection.
 */
export class AsciiWriter {
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  add(json: string): void {
    this.#makeRoom(json.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < json.length; i++) {
      const code = json.charCodeAt(i);
      if (code > 0x7f) return this.add(asciiJson(json));
      bytes[at++] = code;
    }
    this.#length = at;
  }

  /** Drops what was written. */
  clear(): void {
    this.#length = 0;
  }

  /** Returns a copy of all that was written, and drops it here, so that the next text begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.#bytes.slice(0, this.#length);
    this.clear();
    return written;
  }

  #makeRoom(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
