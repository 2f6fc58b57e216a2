/** Numbers of the first block: some samples of the bundled model. It grows when needed. */
const FIRST = 16_384;

/**
 * Memory for numbers that are needed together and given up together. It is used again and again: memory that is new
 * each time is garbage, which the collector leaves for long where it lies outside of its own heap.
 */
export class NumberArena {
  #block = new Float32Array(0);
  #used = 0;

  /** Returns numbers that the caller owns until `clear`. What is in them is arbitrary. */
  readonly take = (length: number): Float32Array<ArrayBuffer> => {
    if (this.#used + length > this.#block.length) {
      // Numbers in the block before stay as they are.
      this.#block = new Float32Array(Math.max(2 * this.#block.length, FIRST, length));
      this.#used = 0;
    }
    return this.#block.subarray(this.#used, (this.#used += length));
  };

  /** Takes all numbers back. */
  clear(): void {
    this.#used = 0;
  }
}
