/**
 * The mean of binned vectors that come one after another, without keeping them: the same to the last
 * bit as `averageVectors` of all of them in this order.
 */
export class RunningMean {
  readonly #bins: number;
  /** Null before the first vector: a late sheet begins the means of many spectra whose vectors are gone. */
  #sum: Float64Array<ArrayBuffer> | null = null;
  #count = 0;

  constructor(bins: number) {
    this.#bins = bins;
  }

  get count(): number {
    return this.#count;
  }

  /** @param vector [bins]. Not changed, not kept. */
  add(vector: Float64Array): void {
    const sum = (this.#sum ??= new Float64Array(this.#bins));
    for (let b = 0; b < sum.length; b++) sum[b]! += vector[b]!;
    this.#count += 1;
  }

  /**
   * [bins], a new array.
   *
   * @throws before the first vector
   */
  mean(): Float64Array<ArrayBuffer> {
    if (this.#sum === null) throw new Error('A mean needs one vector at least.');
    return this.#sum.map((sum) => sum / this.#count);
  }
}
