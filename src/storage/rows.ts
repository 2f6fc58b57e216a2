import { Dexie } from 'dexie';
import { freeSeenBuffer } from '../core/free-buffer';
import type { SampleRow, SpectrumRow } from '../core/job/types';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { pagesInTurn } from './evidence-pages';
import type { JobChanges, JobRecord } from './records';
import { encodeInTurn, type RowBatch, RowLog, type WholeJob } from './row-chunks';
import { attempt } from './attempt';
import { requireJob, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/**
 * Appends a batch and changes the job's record in one transaction: everything is written, or nothing. The
 * answer is `JOB_GONE` where the database no longer has the job.
 *
 * @param whole given with the last batch of a repeated attempt: rows that an earlier attempt left, and that
 * are not part of it, no longer exist
 */
export function saveRows(
  db: KtyperDatabase,
  job: string,
  batch: RowBatch,
  changes: JobChanges,
  whole: WholeJob | null = null,
): Stored<void> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.rowChunks, db.evidencePages], async () => {
      // Rows of a job that is not there would remain for ever.
      const record = await db.jobs.get(job);
      requireJob(record);
      const number = await nextChunk(db, job);
      let next = number;
      for (const rows of encodeInTurn(batch, whole)) {
        await db.rowChunks.add({ job, number: next++, rows });
        if (rows instanceof Uint8Array) freeSeenBuffer(rows.buffer);
      }
      for (const [page, stored] of pagesInTurn(batch.evidence, batch.withdrawn)) {
        await db.evidencePages.add({ job, page, number, ...stored });
        freeSeenBuffer(stored.heads.buffer, stored.numbers.buffer);
      }
      await db.jobs.update(job, withTypedName(record, changes));
    }),
  );
}

/** Removes all rows of a job and changes its record in one transaction. */
export function clearRows(db: KtyperDatabase, job: string, changes: JobChanges): Stored<void> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.rowChunks, db.evidencePages], async () => {
      requireJob(await db.jobs.where('token').equals(job).count());
      await removeRows(db, job);
      await db.jobs.update(job, changes);
    }),
  );
}

/** @returns the changes, without a run's title where a person has typed a name, on this page or another */
export function withTypedName(job: JobRecord | undefined, changes: JobChanges): JobChanges {
  if (job?.nameTyped !== true || changes.nameTyped === true) return changes;
  const rest = { ...changes };
  delete rest.name;
  return rest;
}

/** Removes all rows of a job, within a transaction. */
export async function removeRows(db: KtyperDatabase, job: string): Promise<void> {
  await db.rowChunks
    .where('[job+number]')
    .between([job, Dexie.minKey], [job, Dexie.maxKey])
    .delete();
  await db.evidencePages
    .where('[job+page+number]')
    .between([job, Dexie.minKey], [job, Dexie.maxKey])
    .delete();
}

/** Reads all rows of a job, in order of their index. */
export function readRows(
  db: KtyperDatabase,
  job: string,
): Stored<{ readonly spectra: SpectrumRow[]; readonly samples: SampleRow[] }> {
  return attempt(db, () =>
    db.transaction('r', [db.rowChunks], async () => {
      const log = new RowLog();
      // One after the other, so that the page can draw in between.
      for (const key of await chunksOf(db, job).primaryKeys()) {
        const rows = (await db.rowChunks.get(key))?.rows;
        log.add(rows);
        if (rows instanceof Uint8Array) freeSeenBuffer(rows.buffer);
      }
      return log.rows();
    }),
  );
}

/** Whether anything is stored of a job's rows. */
export function hasRows(db: KtyperDatabase, job: string): Stored<boolean> {
  return attempt(db, async () => (await chunksOf(db, job).limit(1).count()) > 0);
}

/** @returns a number above those of all chunks of a job */
async function nextChunk(db: KtyperDatabase, job: string): Promise<number> {
  const [last] = await chunksOf(db, job).reverse().limit(1).primaryKeys();
  return last === undefined ? 0 : last[1] + 1;
}

/** Only those whose number is one: the number of the next chunk is made from the last one's. */
function chunksOf(db: KtyperDatabase, job: string) {
  return db.rowChunks.where('[job+number]').between([job, -Infinity], [job, Infinity]);
}
