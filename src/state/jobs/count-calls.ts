import type { SampleRow } from '../../core/job/types';
import { callKey, countKey } from '../results/sample-status';

export interface CallCount {
  /** Made by `callKey`. */
  readonly key: string;
  readonly count: number;
}

/** Counts samples by their calls. */
export function tallyCalls(samples: Iterable<SampleRow>): Readonly<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (const sample of samples) {
    const key = callKey(sample);
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
}

/** Counts samples by what the page says of them, as `countKey`. */
export function tallyShown(samples: Iterable<SampleRow>): Readonly<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (const sample of samples) {
    const key = countKey(sample);
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
}

/** A tally that is updated as samples are added and removed. */
export class CallTally {
  readonly #counts = new Map<string, number>();

  add(sample: SampleRow): void {
    this.#change(callKey(sample), 1);
  }

  remove(sample: SampleRow): void {
    this.#change(callKey(sample), -1);
  }

  /** @returns the same as `tallyCalls` for the current samples */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  #change(key: string, by: number): void {
    const count = (this.#counts.get(key) ?? 0) + by;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, count);
  }
}

/** Lists a tally: named taxa by their number, the largest first, and samples without a name at the end. */
export function orderCounts(tally: Readonly<Record<string, number>>): readonly CallCount[] {
  const rank = (key: string) => (key === 'unread' ? 2 : key.startsWith('none') ? 1 : 0);
  return Object.entries(tally)
    .map(([key, count]) => ({ key, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => rank(a.key) - rank(b.key) || b.count - a.count || (a.key < b.key ? -1 : 1));
}
