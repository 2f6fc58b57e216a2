import { cutoffOf } from '../../core/job/retention';
import { ok, type Result } from '../../core/result';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { isActive, removeDeletedJobs } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { removeStrayFiles } from '../../storage/run-files';

/** Milliseconds for which a deleted job can be restored, on any page. */
export const UNDO_MS = 5 * 60_000;

/**
 * Removes data that a person has deleted, or that nobody needs. Runs when the app opens, without the page
 * waiting for it. What is merely old is not its business: `retention.svelte.ts`.
 */
export async function tidyUp(db: KtyperDatabase, now: number): Promise<Result<void, Problem>> {
  const removed = await removeDeletedJobs(db, now - UNDO_MS);
  if (!removed.ok) return removed;
  const strays = await removeStrayFiles(db);
  return strays.ok ? ok(undefined) : strays;
}

/** Counts the jobs that are older than a number of days, and would be removed. */
export function countOlder(
  jobs: readonly Pick<JobRecord, 'createdAt' | 'status'>[],
  days: number,
  now: number,
): number {
  const cutoff = cutoffOf({ days, now });
  return jobs.filter(({ createdAt, status }) => createdAt < cutoff && !isActive(status)).length;
}
