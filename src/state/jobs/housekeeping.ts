import { ok, type Result } from '../../core/result';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { isActive, purgeJobsBefore, removeDeletedJobs } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { removeStrayFiles } from '../../storage/run-files';

const DAY_MS = 86_400_000;
/** Milliseconds for which another open page may still offer to undo a deletion. */
const UNDO_MS = 5 * 60_000;

/** Removes data that are no longer needed. Runs when the app opens, without the page waiting for it. */
export async function tidyUp(
  db: KtyperDatabase,
  purgeDays: number | null,
  now: number,
): Promise<Result<void, Problem>> {
  const removed = await removeDeletedJobs(db, now - UNDO_MS);
  if (!removed.ok) return removed;
  const purged = await purgeOld(db, purgeDays, now);
  if (!purged.ok) return purged;
  const strays = await removeStrayFiles(db);
  return strays.ok ? ok(undefined) : strays;
}

/** Counts the jobs that are older than a number of days, and would be removed. */
export function countOlder(
  jobs: readonly Pick<JobRecord, 'createdAt' | 'status'>[],
  days: number,
  now: number,
): number {
  const cutoff = now - days * DAY_MS;
  return jobs.filter(({ createdAt, status }) => createdAt < cutoff && !isActive(status)).length;
}

/**
 * Removes jobs older than a number of days; none when null.
 *
 * @returns the number removed
 */
export async function purgeOld(
  db: KtyperDatabase,
  purgeDays: number | null,
  now: number,
): Promise<Result<number, Problem>> {
  return purgeDays === null ? ok(0) : purgeJobsBefore(db, now - purgeDays * DAY_MS);
}
