import type { SampleRow } from '../../core/job/types';
import { callKey } from './sample-status';

export interface CallCount {
  /** As `callKey` gives it. */
  readonly key: string;
  readonly count: number;
}

/** Samples by what became of them. */
export function tallyCalls(samples: Iterable<SampleRow>): Readonly<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (const sample of samples) {
    const key = callKey(sample);
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
}

/** A tally as a list: named taxa by their number, the largest first; what has no name at the end. */
export function orderCounts(tally: Readonly<Record<string, number>>): readonly CallCount[] {
  const last = ['none', 'unread'];
  return Object.entries(tally)
    .map(([key, count]) => ({ key, count }))
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) =>
        last.indexOf(a.key) - last.indexOf(b.key) || b.count - a.count || (a.key < b.key ? -1 : 1),
    );
}
