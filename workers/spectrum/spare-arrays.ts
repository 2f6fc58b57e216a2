/**
 * Large arrays for reuse. A new array for each spectrum would cost more time (to clear it, and to collect
 * it later) than most steps that fill it.
 */
export class SpareArrays<Values extends Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>> {
  readonly #make: (length: number) => Values;
  readonly #limit: number;
  #free: Values[] = [];

  /** @param limit number of arrays that are kept */
  constructor(make: (length: number) => Values, limit: number) {
    this.#make = make;
    this.#limit = limit;
  }

  /** Returns an array that the caller owns until it is recycled. Its contents are arbitrary. */
  take(length: number): Values {
    const at = this.#free.findLastIndex((array) => array.length === length);
    return at < 0 ? this.#make(length) : this.#free.splice(at, 1)[0]!;
  }

  /** Takes an array back, which must not be used afterwards. */
  recycle(array: Values): void {
    this.#free.push(array);
    // The oldest arrays have a length that is no longer requested.
    if (this.#free.length > this.#limit) this.#free.shift();
  }
}
