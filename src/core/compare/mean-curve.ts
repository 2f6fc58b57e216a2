import type { BinAxis } from '../model-pack/types';

/** Values of a spectrum, or of several, on an axis that all of them share. */
export interface AxisCurve {
  readonly bins: BinAxis;
  /** [bins] share of the total ion current per Da. */
  readonly values: Float64Array;
}

/** The mean of several curves, bin by bin, and how far they spread about it. */
export interface MeanCurve extends AxisCurve {
  /** Number of curves. */
  readonly count: number;
  /** [bins] standard deviation of a single curve (n - 1); 0 for one curve alone. */
  readonly spread: Float64Array;
}

/**
 * Adds up curves one at a time, so that a whole run of them needs the memory of two. It is Welford's method, which
 * loses no digits where the spread is small beside the mean.
 */
export class CurveSum {
  readonly #bins: BinAxis;
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(bins: BinAxis) {
    this.#bins = bins;
    this.#mean = new Float64Array(bins.count);
    this.#squares = new Float64Array(bins.count);
  }

  add({ bins, values }: AxisCurve): void {
    if (!isSameAxis(bins, this.#bins)) throw new Error('The curves are on different axes.');
    this.#count += 1;
    for (let i = 0; i < values.length; i += 1) {
      const off = values[i]! - this.#mean[i]!;
      this.#mean[i]! += off / this.#count;
      this.#squares[i]! += off * (values[i]! - this.#mean[i]!);
    }
  }

  /** @returns null where nothing was added */
  mean(): MeanCurve | null {
    const count = this.#count;
    if (count === 0) return null;
    const spread = this.#squares.map((sum) =>
      count === 1 ? 0 : Math.sqrt(Math.max(0, sum) / (count - 1)),
    );
    return { bins: this.#bins, values: this.#mean.slice(), count, spread };
  }
}

/** @returns the first curve minus the second, bin by bin */
export function differenceOf(a: AxisCurve, b: AxisCurve): AxisCurve {
  if (!isSameAxis(a.bins, b.bins)) throw new Error('The curves are on different axes.');
  return { bins: a.bins, values: a.values.map((value, i) => value - b.values[i]!) };
}

function isSameAxis(a: BinAxis, b: BinAxis): boolean {
  return a.first === b.first && a.width === b.width && a.count === b.count;
}
