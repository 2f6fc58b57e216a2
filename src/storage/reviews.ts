import type { ReviewDraft, ReviewEntry } from '../core/review/entry';
import { newEntries } from '../core/review/new-entries';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { attempt } from './attempt';
import { requireJob, type StorageProblem } from './storage-problem';
import { isReviewEntry } from './stored-reviews';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Most entries of a record, whose text so stays as small as that of a chunk of rows. */
const MAX_ENTRIES = 300;

/**
 * Appends entries to the review of a job, all or none, behind those that any page has written. The answer is
 * `JOB_GONE` where the database no longer has the job.
 *
 * @returns the entries with their places
 */
export function appendReviews(
  db: KtyperDatabase,
  job: string,
  drafts: readonly ReviewDraft[],
): Stored<readonly ReviewEntry[]> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.reviews], async () => {
      // Entries of a job that is not there would remain for ever.
      requireJob(await db.jobs.where('token').equals(job).count());
      const first = await nextOrder(db, job);
      const entries = drafts.map((draft, i) => ({ ...draft, order: first + i }));
      await addReviews(db, job, entries);
      return entries;
    }),
  );
}

/**
 * Adds the entries of a file that a job does not have yet, behind its own.
 *
 * @returns number of entries that were added
 */
export function mergeReviews(
  db: KtyperDatabase,
  job: string,
  entries: readonly ReviewEntry[],
): Stored<number> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.reviews], async () => {
      requireJob(await db.jobs.where('token').equals(job).count());
      const records = await recordsOf(db, job).toArray();
      const own = records.flatMap((record) => decode(record.entries));
      const added = newEntries(own, entries, await nextOrder(db, job));
      await addReviews(db, job, added);
      return added.length;
    }),
  );
}

/** Adds entries that have their places, within a transaction. */
export async function addReviews(
  db: KtyperDatabase,
  job: string,
  entries: readonly ReviewEntry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += MAX_ENTRIES) {
    const part = entries.slice(at, at + MAX_ENTRIES);
    const [number, next] = [part[0]!.order, part.at(-1)!.order + 1];
    await db.reviews.add({ job, number, next, entries: JSON.stringify(part) });
  }
}

/**
 * Reads the review of a job: all its entries, in their order.
 *
 * @param from leaves out the records before this place
 */
export function readReviews(
  db: KtyperDatabase,
  job: string,
  from = -Infinity,
): Stored<readonly ReviewEntry[]> {
  return attempt(db, async () => {
    const records = await recordsOf(db, job, from).toArray();
    return records.flatMap(({ entries }) => decode(entries)).sort((a, b) => a.order - b.order);
  });
}

/** Whether a job was reviewed at all. */
export function hasReviews(db: KtyperDatabase, job: string): Stored<boolean> {
  return attempt(db, async () => (await recordsOf(db, job).limit(1).count()) > 0);
}

/** Removes the review of a job, within a transaction. */
export async function removeReviews(db: KtyperDatabase, job: string): Promise<void> {
  await recordsOf(db, job).delete();
}

/** A damaged record must not give a place twice. */
async function nextOrder(db: KtyperDatabase, job: string): Promise<number> {
  const last = await recordsOf(db, job).last();
  if (last === undefined) return 0;
  const { number, next } = last;
  return Number.isSafeInteger(next) && next > number ? next : number + MAX_ENTRIES;
}

function recordsOf(db: KtyperDatabase, job: string, from = -Infinity) {
  return db.reviews.where('[job+number]').between([job, from], [job, Infinity]);
}

/** What cannot be read of a record costs itself. */
function decode(stored: unknown): readonly ReviewEntry[] {
  if (typeof stored !== 'string') return [];
  try {
    const entries: unknown = JSON.parse(stored);
    return Array.isArray(entries) ? entries.filter(isReviewEntry) : [];
  } catch {
    return [];
  }
}
