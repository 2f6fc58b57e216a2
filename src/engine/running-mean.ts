/**
 * The mean of binned vectors that come one after another, without keeping them: the same to the last
 * bit as `averageVectors` of all of them in this order.
 */
export class RunningMean {
  readonly #sum: Float64Array<ArrayBuffer>;
  #count = 0;

  constructor(bins: number) {
    this.#sum = new Float64Array(bins);
  }

  get count(): number {
    return this.#count;
  }

  /** @param vector [bins]. Not changed, not kept. */
  add(vector: Float64Array): void {
    for (let b = 0; b < this.#sum.length; b++) this.#sum[b]! += vector[b]!;
    this.#count += 1;
  }

  /** [bins], a new array. */
  mean(): Float64Array<ArrayBuffer> {
    return this.#sum.map((sum) => sum / this.#count);
  }
}
