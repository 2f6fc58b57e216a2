/** Lists of a few dozen numbers in one piece: some tens of kilobytes. */
const LISTS = 128;

/**
 * Keeps lists of numbers of the same length, many in one piece of memory. Thousands of lists of their own would take
 * twice as much, all of it the engine's, which keeps as much again for what it has not collected yet.
 */
export class KeptNumbers {
  #piece = new Float32Array(0);
  #at = 0;

  /** @returns a copy, which nobody may change */
  keep(numbers: ArrayLike<number>): Float32Array<ArrayBuffer> {
    if (this.#at + numbers.length > this.#piece.length) {
      this.#piece = new Float32Array(LISTS * numbers.length);
      this.#at = 0;
    }
    const kept = this.#piece.subarray(this.#at, (this.#at += numbers.length));
    kept.set(numbers);
    return kept;
  }
}
