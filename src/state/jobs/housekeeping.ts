import { ok, type Result } from '../../core/result';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { removeDeletedJobs } from '../../storage/jobs';
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
