import { liveQuery } from 'dexie';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { deleteJobs, isActive, listAllJobs, renameJob, restoreJobs } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { say } from '../../words/say';
import type { Notices } from '../notices.svelte';
import { DeletedJobs } from './deleted-jobs.svelte';
import type { JobQueue } from './job-queue.svelte';
import { ReadingPace } from './reading-pace';

/** All jobs of this browser in their current state, including changes by other pages. */
export class JobList {
  readonly #db: KtyperDatabase;
  readonly #queue: JobQueue;
  readonly #notices: Notices;
  /** The newest first; null until they have been read. */
  jobs = $state.raw<readonly JobRecord[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly deleted: DeletedJobs;

  constructor(db: KtyperDatabase, queue: JobQueue, notices: Notices) {
    this.#db = db;
    this.#queue = queue;
    this.#notices = notices;
    this.deleted = new DeletedJobs(db, (problem) => (this.problem = problem));
  }

  /**
   * Follows the storage.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    const pace = new ReadingPace();
    const lists = async () => {
      await Promise.resolve(pace.rest());
      return pace.time(() => listAllJobs(this.#db));
    };
    const subscription = liveQuery(lists).subscribe((read) => {
      if (read.ok) {
        this.jobs = read.value.jobs;
        this.deleted.show(read.value.deleted);
      }
      this.problem = read.ok ? null : read.error;
    });
    return () => {
      subscription.unsubscribe();
      this.deleted.stop();
    };
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

  /** Deletes jobs, including active ones, and offers to undo it; `DeletedJobs` removes them for good. */
  async delete(tokens: readonly string[]): Promise<void> {
    const stopped = tokens.filter((token) => this.#queue.isActive(token));
    // Each is a message to all other pages, and most jobs have ended long ago.
    const ended = new Set(this.jobs?.filter((job) => !isActive(job.status)).map(tokenOf));
    for (const token of tokens)
      if (stopped.includes(token) || !ended.has(token)) this.#queue.cancel(token);
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
    const undo = async () => {
      if (!(await this.restore(tokens, now))) return;
      // What this page had stopped for it goes on.
      for (const token of stopped) await this.#queue.goOn(token, null);
    };
    this.#notices.show({
      text: say('jobs.deleted', { count: deleted.value }),
      action: { label: say('common.undo'), run: () => void undo() },
    });
  }

  /**
   * Restores deleted jobs, and says so where there is none left to restore.
   *
   * @param deletedAt the time of the deletion to undo; null for whichever it was
   * @returns whether one is there again
   */
  async restore(tokens: readonly string[], deletedAt: number | null = null): Promise<boolean> {
    const restored = await restoreJobs(this.#db, tokens, deletedAt);
    if (!restored.ok) this.problem = restored.error;
    else if (restored.value === 0) {
      this.#notices.show({ text: say('jobs.restoredNone'), action: null });
    }
    return restored.ok && restored.value > 0;
  }
}

function tokenOf({ token }: JobRecord): string {
  return token;
}
