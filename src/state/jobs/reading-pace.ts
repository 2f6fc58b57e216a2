/** A list is read again at once when reading it takes no longer than this, in milliseconds. */
const QUICK_MS = 40;
/** Least pause after a longer reading, as a multiple of its time. */
const REST_RATIO = 4;
const LONGEST_REST_MS = 2_000;

/**
 * Lets reads of a long list rest in between. A running job changes its record every second, and each change has all
 * jobs read again: of thousands, that would leave the page no time for anything else.
 */
export class ReadingPace {
  #ended = -Infinity;
  #took = 0;

  /** Waits where the last read was long, and not long ago. */
  async rest(): Promise<void> {
    if (this.#took <= QUICK_MS) return;
    const pause = Math.min(REST_RATIO * this.#took, LONGEST_REST_MS);
    const left = this.#ended + pause - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }

  async time<T>(read: () => PromiseLike<T>): Promise<T> {
    const start = performance.now();
    const value = await read();
    this.#ended = performance.now();
    this.#took = this.#ended - start;
    return value;
  }
}
