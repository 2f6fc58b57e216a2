import { unreachable } from '../result';
import { QUALITY_LIMITS, type MeasureLimits, type QualityMeasure } from './limits';

export const VERDICTS = ['pass', 'warn', 'fail'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface JudgedMeasure {
  readonly measure: QualityMeasure;
  readonly value: number;
  readonly verdict: Verdict;
}

/** Holds a value against the limits of its measure. A value that is a limit still passes it. */
export function judge(
  measure: QualityMeasure,
  value: number,
  limits: MeasureLimits = QUALITY_LIMITS.measures[measure],
): JudgedMeasure {
  const { worse, warn, fail } = limits;
  const verdict =
    fail !== null && isBeyond(value, fail.value, worse)
      ? 'fail'
      : isBeyond(value, warn.value, worse)
        ? 'warn'
        : 'pass';
  return { measure, value, verdict };
}

export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = 'pass';
  for (const verdict of verdicts) {
    if (VERDICTS.indexOf(verdict) > VERDICTS.indexOf(worst)) worst = verdict;
  }
  return worst;
}

/** Returns whether a value is worse than a limit. */
export function isBeyond(value: number, limit: number, worse: MeasureLimits['worse']): boolean {
  switch (worse) {
    case 'smaller':
      return value < limit;
    case 'larger':
      return value > limit;
    case 'farther':
      return Math.abs(value) > limit;
    default:
      return unreachable(worse);
  }
}
