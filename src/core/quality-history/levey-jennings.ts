/** Least and most runs that limits may be made from. */
export const LEAST_RUNS = 5;
export const MOST_RUNS = 100;
/** As many as a laboratory usually collects before it trusts a chart: docs/quality-over-time.md. */
export const USUAL_RUNS = 20;

/** The limits of a chart, from the values of a laboratory's own first runs. */
export interface ChartLimits {
  readonly mean: number;
  /** Standard deviation of the sample, with n - 1. */
  readonly deviation: number;
}

/**
 * Computes mean and standard deviation of the first values.
 *
 * @param values in order of time; a run without a value is null, and does not count
 * @returns null while there are too few values, and where they do not vary at all
 */
export function limitsOf(values: readonly (number | null)[], runs: number): ChartLimits | null {
  const first = values.filter((value) => value !== null).slice(0, runs);
  if (first.length < Math.max(2, runs)) return null;
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  const squares = first.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (first.length - 1));
  // Where all are the same but for rounding, any other value would be beyond all limits.
  const isLevel = deviation <= 1e-9 * Math.max(1, Math.abs(mean));
  return isLevel || !Number.isFinite(deviation) ? null : { mean, deviation };
}

/**
 * Rules of Westgard et al. 1981 for one value a run. Of `1-2s` nothing follows but a look: it is a warning.
 *
 * - `1-3s`: one value is beyond 3 s.
 * - `2-2s`: two in a row are beyond 2 s on the same side.
 * - `4-1s`: four in a row are beyond 1 s on the same side.
 * - `10-x`: ten in a row are on the same side of the mean.
 * - `1-2s`: one value is beyond 2 s.
 */
export const CHART_RULES = ['1-3s', '2-2s', '4-1s', '10-x', '1-2s'] as const;
export type ChartRule = (typeof CHART_RULES)[number];

/** How many values in a row must be beyond how many standard deviations on the same side. */
const RUNS_BEYOND: Readonly<Record<ChartRule, readonly [inARow: number, deviations: number]>> = {
  '1-3s': [1, 3],
  '2-2s': [2, 2],
  '4-1s': [4, 1],
  '10-x': [10, 0],
  '1-2s': [1, 2],
};

/** The rules that a value breaks, the worst first. */
export type BrokenRules = readonly ChartRule[];

/**
 * Holds values against limits, in order of time. A value on a limit still passes.
 *
 * @param values null where a run has no value: those before and after it follow one another
 */
export function brokenRules(
  values: readonly (number | null)[],
  { mean, deviation }: ChartLimits,
): readonly BrokenRules[] {
  /** [rule] how many in a row are above (positive) or below (negative) its limit. */
  const inARow = new Map<ChartRule, number>();
  return values.map((value) => {
    if (value === null) return [];
    const distance = (value - mean) / deviation;
    const side = Math.sign(distance);
    return CHART_RULES.filter((rule) => {
      const [wanted, deviations] = RUNS_BEYOND[rule];
      const before = inARow.get(rule) ?? 0;
      const isBeyond = Math.abs(distance) > deviations;
      const now = isBeyond ? (Math.sign(before) === side ? before + side : side) : 0;
      inARow.set(rule, now);
      return Math.abs(now) >= wanted;
    });
  });
}

/** How a value stands in a chart: a warning is not beyond what happens by itself once in twenty runs. */
export type ChartStanding = 'within' | 'warning' | 'out' | 'no-limits';

export function standingOf(broken: BrokenRules | undefined): ChartStanding {
  if (broken === undefined) return 'no-limits';
  if (broken.length === 0) return 'within';
  return broken[0] === '1-2s' ? 'warning' : 'out';
}
