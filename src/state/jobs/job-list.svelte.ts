import { liveQuery } from 'dexie';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { deleteJobs, listJobs, removeDeletion, renameJob, restoreJobs } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { say } from '../../words/say';
import type { Notices } from '../notices.svelte';
import type { JobQueue } from './job-queue.svelte';

/** All jobs of this browser in their current state, including changes by other pages. */
export class JobList {
  readonly #db: KtyperDatabase;
  readonly #queue: JobQueue;
  readonly #notices: Notices;
  /** The newest first; null until they have been read. */
  jobs = $state.raw<readonly JobRecord[] | null>(null);
  problem = $state.raw<Problem | null>(null);

  constructor(db: KtyperDatabase, queue: JobQueue, notices: Notices) {
    this.#db = db;
    this.#queue = queue;
    this.#notices = notices;
  }

  /**
   * Follows the storage.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    const subscription = liveQuery(() => listJobs(this.#db)).subscribe((read) => {
      if (read.ok) this.jobs = read.value;
      this.problem = read.ok ? null : read.error;
    });
    return () => subscription.unsubscribe();
  }

  async rename(token: string, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') return;
    this.#queue.session(token)?.change({ name: trimmed, nameTyped: true });
    const renamed = await renameJob(this.#db, token, trimmed);
    // A job of this page that is not written down yet takes its name along.
    const isUnwritten =
      !renamed.ok && renamed.error.kind === 'job-gone' && this.#queue.isActive(token);
    if (!renamed.ok && !isUnwritten) this.problem = renamed.error;
  }

  /** Deletes jobs, including active ones, and offers to undo it. */
  async delete(tokens: readonly string[]): Promise<void> {
    for (const token of tokens) this.#queue.cancel(token);
    const now = Date.now();
    const deleted = await deleteJobs(this.#db, tokens, now);
    if (!deleted.ok) {
      this.problem = deleted.error;
      return;
    }
    if (deleted.value === 0) {
      this.#notices.show({ text: say('jobs.deletedBefore'), action: null });
      return;
    }
    this.#notices.show(
      {
        text: say('jobs.deleted', { count: deleted.value }),
        action: { label: say('common.undo'), run: () => void this.restore(tokens, now) },
      },
      () => void removeDeletion(this.#db, tokens, now),
    );
  }

  /** @param deletedAt the time of the deletion to undo; null for whichever it was */
  async restore(tokens: readonly string[], deletedAt: number | null = null): Promise<void> {
    const restored = await restoreJobs(this.#db, tokens, deletedAt);
    if (!restored.ok) this.problem = restored.error;
  }
}
