import { liveQuery } from 'dexie';
import type { KtyperDatabase } from '../../storage/database';
import { changeJob, isActive, listActiveJobs, readJob } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import type { JobLocks } from './job-locks';
import type { JobQueue } from './job-queue.svelte';

/** Milliseconds to collect the jobs of a closed page, so that they are resumed in their order. */
const GATHERING_MS = 30;

/**
 * Resumes every unfinished job that no page works on. This page waits for the lock of each job of another
 * page, and receives it when that page is closed or crashes. Right after the app is opened, no page holds
 * the locks of unfinished jobs, which are resumed at once.
 */
export class JobRelay {
  readonly #db: KtyperDatabase;
  readonly #locks: JobLocks;
  readonly #queue: JobQueue;
  readonly #waiting = new Set<string>();
  #taken: { readonly job: JobRecord; readonly release: () => void }[] = [];

  constructor(db: KtyperDatabase, locks: JobLocks, queue: JobQueue) {
    this.#db = db;
    this.#locks = locks;
    this.#queue = queue;
  }

  /**
   * Starts to watch for unfinished jobs.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    const ending = new AbortController();
    const subscription = liveQuery(() => listActiveJobs(this.#db)).subscribe((read) => {
      if (!read.ok) return;
      for (const { token } of read.value) void this.#waitFor(token, ending.signal);
    });
    return () => {
      subscription.unsubscribe();
      ending.abort();
    };
  }

  async #waitFor(token: string, signal: AbortSignal): Promise<void> {
    if (this.#waiting.has(token) || this.#queue.session(token) !== undefined) return;
    this.#waiting.add(token);
    const release = await this.#locks.own(token, signal);
    if (release === null) return;
    const read = await readJob(this.#db, token);
    this.#waiting.delete(token);
    const job = read.ok ? read.value : null;
    if (job === null || !isActive(job.status)) return release();
    if (job.deletedAt !== null) {
      await changeJob(this.#db, token, { status: 'cancelled', finishedAt: Date.now() });
      return release();
    }
    this.#taken.push({ job, release });
    if (this.#taken.length === 1) setTimeout(() => this.#resume(), GATHERING_MS);
  }

  #resume(): void {
    const taken = this.#taken.sort((a, b) => a.job.createdAt - b.job.createdAt);
    this.#taken = [];
    for (const { job, release } of taken) this.#queue.resume(job, release);
  }
}
