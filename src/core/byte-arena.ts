/** Size of a block, in bytes, above which it is not kept for the next batch. */
const KEPT_BYTES = 8 * 1024 * 1024;
/** Size of the first block: two spectra with their parameter files. It grows when needed. */
const FIRST_BYTES = 256 * 1024;
/** Arrays of numbers are views into the block, and must begin at a multiple of their size. */
const ALIGNMENT = 8;

/**
 * Memory for the bytes of a batch, which are needed together and freed together. Each batch reuses it: the system
 * clears new memory page by page, which takes as long as filling it, and the collector lets what was given up lie
 * for long.
 */
export class ByteArena {
  #block = new Uint8Array(0);
  #used = 0;

  /** Returns bytes that the caller owns until `clear`. Their contents are arbitrary. */
  readonly take = (size: number): Uint8Array<ArrayBuffer> => {
    if (this.#used + size > this.#block.length) {
      // Bytes in the previous block stay valid.
      this.#block = new Uint8Array(Math.max(2 * this.#block.length, FIRST_BYTES, size));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used = Math.ceil((start + size) / ALIGNMENT) * ALIGNMENT;
    return this.#block.subarray(start, start + size);
  };

  /** Frees all bytes, which must not be used afterwards. */
  clear(): void {
    this.#used = 0;
    if (this.#block.length > KEPT_BYTES) this.#block = new Uint8Array(0);
  }
}
