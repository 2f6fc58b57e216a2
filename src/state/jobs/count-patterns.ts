import type { PatternCounts } from '../../core/classify/describe-guard';
import type { Pattern, SampleRow } from '../../core/job/types';

/** Number of samples by the guard's finding, updated as samples are added and removed. */
export class PatternTally {
  readonly #counts: Record<Pattern, number> = { yes: 0, no: 0, 'not-judged': 0 };

  add({ guard }: SampleRow): void {
    if (guard !== undefined) this.#counts[guard.pattern] += 1;
  }

  remove({ guard }: SampleRow): void {
    if (guard !== undefined) this.#counts[guard.pattern] -= 1;
  }

  /** @returns the same as `tallyPatterns` for the current samples */
  get counts(): PatternCounts {
    return { ...this.#counts };
  }
}

/** @returns whether the guard was run on any sample */
export function isAnyJudged({ yes, no, 'not-judged': unjudged }: PatternCounts): boolean {
  return yes + no + unjudged > 0;
}
