/**
 * Large arrays that were used and are free again. To make one for each spectrum would cost more time
 * (clearing it, and collecting it later) than most steps that fill it.
 */
export class SpareArrays<Values extends Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>> {
  readonly #make: (length: number) => Values;
  readonly #limit: number;
  #free: Values[] = [];

  /** @param limit arrays that are kept at most */
  constructor(make: (length: number) => Values, limit: number) {
    this.#make = make;
    this.#limit = limit;
  }

  /** An array that is the caller's until it is given back. Whatever is in it is of no meaning. */
  take(length: number): Values {
    const at = this.#free.findLastIndex((array) => array.length === length);
    return at < 0 ? this.#make(length) : this.#free.splice(at, 1)[0]!;
  }

  /** Nobody may look at it afterwards. */
  recycle(array: Values): void {
    this.#free.push(array);
    // The ones that have lain here longest have a length that is no longer asked for.
    if (this.#free.length > this.#limit) this.#free.shift();
  }
}
