/** Lists of a few dozen numbers in one piece: some tens of kilobytes. */
const LISTS = 128;

/**
 * Keeps lists of numbers, many in one piece of memory. Each as a list of its own would take twice as much of the
 * engine's heap, and the larger this heap is, the more garbage the engine lets lie in it.
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
