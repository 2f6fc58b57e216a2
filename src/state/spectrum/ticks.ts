export interface Ticks {
  readonly values: readonly number[];
  /** Number of decimals that distinguish them. */
  readonly digits: number;
}

/** Lists values of 1, 2 or 5 times a power of ten between two limits, at most `most`. */
export function niceTicks(from: number, to: number, most: number): Ticks {
  const span = to - from;
  if (!(span > 0) || most < 1) return { values: [], digits: 0 };
  let exponent = Math.floor(Math.log10(span / most));
  for (;;) {
    for (const step of [1, 2, 5]) {
      const first = Math.ceil(divide(from, step, exponent) - 1e-9);
      const last = Math.floor(divide(to, step, exponent) + 1e-9);
      if (last - first + 1 > most) continue;
      const values = Array.from({ length: last - first + 1 }, (_, i) =>
        multiply((first + i) * step, exponent),
      );
      return { values, digits: Math.max(0, -exponent) };
    }
    exponent += 1;
  }
}

/** Steps below 1 use division, which gives 0.3 where multiplication gives 0.30000000000000004. */
function multiply(value: number, exponent: number): number {
  return exponent < 0 ? value / 10 ** -exponent : value * 10 ** exponent;
}

function divide(value: number, step: number, exponent: number): number {
  return exponent < 0 ? (value * 10 ** -exponent) / step : value / (step * 10 ** exponent);
}
