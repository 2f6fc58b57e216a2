/** A scale on which a measure may be spread evenly about its median. */
export type FenceScale = 'linear' | 'root' | 'log';

export interface Fences {
  readonly scale: FenceScale;
  /** 1.5 times the distance between the quartiles, beyond the quartiles. */
  readonly inner: readonly [low: number, high: number];
  /** 3 times that distance. */
  readonly outer: readonly [low: number, high: number];
}

const SCALES: readonly {
  readonly scale: FenceScale;
  readonly to: (value: number) => number;
  readonly from: (value: number) => number;
}[] = [
  { scale: 'linear', to: (value) => value, from: (value) => value },
  { scale: 'root', to: Math.sqrt, from: (value) => Math.max(0, value) ** 2 },
  { scale: 'log', to: Math.log, from: Math.exp },
];

/**
 * Computes the fences beyond which a value is an outlier (inner) or far out (outer), on the scale on which
 * the quartiles lie most evenly about the median. Source: Tukey 1977, Exploratory Data Analysis; the
 * evenness is Bowley's coefficient.
 *
 * @param sorted ascending, at least four values, which are not changed; if one is negative, the scale is
 * linear
 */
export function findFences(sorted: ArrayLike<number>): Fences {
  const tried = SCALES.flatMap(({ scale, to, from }) => {
    const [q1, q2, q3] = [0.25, 0.5, 0.75].map((part) => to(quantile(sorted, part))) as [
      number,
      number,
      number,
    ];
    const range = q3 - q1;
    if (!Number.isFinite(range)) return [];
    const skew = range === 0 ? 0 : Math.abs(q1 + q3 - 2 * q2) / range;
    const fence = (times: number): [number, number] => [
      from(q1 - times * range),
      from(q3 + times * range),
    ];
    return [{ scale, skew, inner: fence(1.5), outer: fence(3) }];
  });
  const { scale, inner, outer } = tried.reduce((best, next) =>
    next.skew < best.skew ? next : best,
  );
  return { scale, inner, outer };
}

/**
 * Interpolates linearly between the order statistics, like numpy and R (type 7): Hyndman & Fan 1996,
 * doi:10.1080/00031305.1996.10473566.
 *
 * @param sorted ascending, not empty
 */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const position = part * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}

/**
 * Computes the median, the mean of the two middle values for an even number of them.
 *
 * @param values are not changed
 * @returns null for no values
 */
export function median(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
