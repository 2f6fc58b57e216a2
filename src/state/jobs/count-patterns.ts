import type { PatternCounts } from '../../core/classify/describe-watch';
import type { Pattern, SampleRow } from '../../core/job/types';

/** Samples by what the guard found in them, kept while samples come and go. */
export class PatternTally {
  readonly #counts: Record<Pattern, number> = { yes: 0, no: 0, 'not-judged': 0 };

  add({ guard }: SampleRow): void {
    if (guard !== undefined) this.#counts[guard.pattern] += 1;
  }

  remove({ guard }: SampleRow): void {
    if (guard !== undefined) this.#counts[guard.pattern] -= 1;
  }

  /** @returns the same as `tallyPatterns` of the samples that are there */
  get counts(): PatternCounts {
    return { ...this.#counts };
  }
}

/** Whether the guard was asked about any sample. */
export function isAnyJudged({ yes, no, 'not-judged': unjudged }: PatternCounts): boolean {
  return yes + no + unjudged > 0;
}
