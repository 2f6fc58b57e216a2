/** Bytes beyond which a block is not kept for the next batch. */
const KEPT_BYTES = 8 * 1024 * 1024;
/** Two spectra with their parameter files, and more when there is more. */
const FIRST_BYTES = 256 * 1024;
/** Numbers are read where they lie, and must lie at a multiple of their size. */
const ALIGNMENT = 8;

/**
 * Room for the bytes of a batch's files, which are needed together and forgotten together. It is the
 * same memory for each batch: fresh memory is cleared by the system, page by page, and that takes as long
 * as to fill it.
 */
export class ByteArena {
  #block = new Uint8Array(0);
  #used = 0;

  /** Bytes that are the caller's until `clear`. Whatever is in them is of no meaning. */
  readonly take = (size: number): Uint8Array<ArrayBuffer> => {
    if (this.#used + size > this.#block.length) {
      // What was given out of the block before stays good.
      this.#block = new Uint8Array(Math.max(2 * this.#block.length, FIRST_BYTES, size));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used = Math.ceil((start + size) / ALIGNMENT) * ALIGNMENT;
    return this.#block.subarray(start, start + size);
  };

  /** Nobody may look any more at what was given out. */
  clear(): void {
    this.#used = 0;
    if (this.#block.length > KEPT_BYTES) this.#block = new Uint8Array(0);
  }
}
