import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { removeDeletion } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { UNDO_MS } from './housekeeping';

/** Minutes for which a deleted job can be restored. */
export const UNDO_MINUTES = UNDO_MS / 60_000;
/** Longest time that a browser's timer takes. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * The jobs that are deleted and can still be restored, on any page, whichever page deleted them and whether that
 * one is still open. They are removed for good five minutes after their deletion: by an open page, or else when the
 * app is opened the next time (`tidyUp`).
 */
export class DeletedJobs {
  readonly #db: KtyperDatabase;
  readonly #report: (problem: Problem) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last deleted first. */
  jobs = $state.raw<readonly JobRecord[]>([]);

  /** @param report shows what the storage refused */
  constructor(db: KtyperDatabase, report: (problem: Problem) => void) {
    this.#db = db;
    this.#report = report;
  }

  /** When the next of them is removed for good; null while there is none. */
  get until(): number | null {
    const times = this.jobs.map(({ deletedAt }) => deletedAt ?? 0);
    return times.length === 0 ? null : Math.min(...times) + UNDO_MS;
  }

  /** Takes what the storage has now. */
  show(deleted: readonly JobRecord[]): void {
    const isUnchanged = deleted.length === 0 && this.jobs.length === 0;
    if (!isUnchanged) {
      this.jobs = [...deleted].sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
    }
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const { until } = this;
    if (until === null) return;
    const wait = Math.min(Math.max(1, until - Date.now()), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => void this.#removeDue(), wait);
  }

  /** Ends the timer; what is deleted stays so. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Removes all of them for good now. */
  async removeNow(): Promise<void> {
    await this.#remove(this.jobs);
  }

  async #removeDue(): Promise<void> {
    const before = Date.now() - UNDO_MS;
    const due = this.jobs.filter(({ deletedAt }) => (deletedAt ?? 0) <= before);
    // The timer may end early, where the clock was set or the time is longer than it takes.
    if (due.length === 0) this.#wait();
    else await this.#remove(due);
  }

  /** One deletion after the other, so that none that was undone and repeated meanwhile is taken for another. */
  async #remove(jobs: readonly JobRecord[]): Promise<void> {
    for (const [deletedAt, tokens] of byDeletion(jobs)) {
      const removed = await removeDeletion(this.#db, tokens, deletedAt);
      if (!removed.ok) return this.#report(removed.error);
    }
  }
}

function byDeletion(jobs: readonly JobRecord[]): ReadonlyMap<number, readonly string[]> {
  const tokens = new Map<number, string[]>();
  for (const { token, deletedAt } of jobs) {
    if (deletedAt === null) continue;
    const same = tokens.get(deletedAt);
    if (same === undefined) tokens.set(deletedAt, [token]);
    else same.push(token);
  }
  return tokens;
}
