import type { ModelManifest } from '../core/model-pack/types';
import type { Result } from '../core/result';
import { attempt } from './attempt';
import type { KtyperDatabase } from './database';
import { removeJobsOf, tablesOfJobs } from './jobs';
import { readManifest } from './manifests';
import type { FileRetention, JobRecord } from './records';
import { requireJob, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/**
 * Milliseconds for which a job that is being opened from a file may take. Should its page go away meanwhile, what
 * was written of it is removed some time after that.
 */
const IMPORT_MS = 60 * 60_000;

/**
 * Writes the record of a job that comes from a file. Until `finishImport` it counts as deleted, so that no page
 * shows it, and what a page that went away has left is removed as deleted jobs are. It is not among those that can be
 * restored. Rows are added by `saveRows`.
 *
 * @returns false where a job of this token is here already, deleted or not
 */
export function beginImport(db: KtyperDatabase, record: JobRecord, now: number): Stored<boolean> {
  return attempt(db, () =>
    db.transaction('rw', tablesOfJobs(db), async () => {
      const before = await db.jobs.get(record.token);
      if (before !== undefined && !isLeftOver(before, now)) return false;
      if (before !== undefined) await removeJobsOf(db, [record.token]);
      await db.jobs.add({ ...record, deletedAt: now + IMPORT_MS, importing: true });
      return true;
    }),
  );
}

/** Whether a job is the rest of an attempt whose page went away. */
function isLeftOver({ importing, deletedAt }: JobRecord, now: number): boolean {
  return importing === true && !(deletedAt !== null && deletedAt > now);
}

/** Whether another page is opening a job from a file now. */
export function isBeingImported(job: JobRecord, now: number): boolean {
  return job.importing === true && !isLeftOver(job, now);
}

/** Lets a job that was written whole be seen, with the head of its model, unless that is here. */
export async function finishImport(
  db: KtyperDatabase,
  token: string,
  manifest: { readonly sha256: string; readonly manifest: ModelManifest } | null,
  files: FileRetention | null,
): Stored<void> {
  const known = manifest === null ? null : await readManifest(db, manifest.sha256);
  if (known?.ok === false) return known;
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.manifests], async () => {
      requireJob(await db.jobs.where('token').equals(token).count());
      if (manifest !== null && (known === null || known.value === null))
        await db.manifests.put(manifest);
      await db.jobs.update(token, {
        deletedAt: null,
        importing: undefined,
        ...(files === null ? {} : { files }),
      });
    }),
  );
}

/** Removes what was written of a job that is not to be kept. */
export function abandonImport(db: KtyperDatabase, token: string): Stored<void> {
  return attempt(db, () =>
    db.transaction('rw', tablesOfJobs(db), async () => {
      const record = await db.jobs.get(token);
      // One that can be seen or restored is no import's to remove.
      if (record?.importing === true) await removeJobsOf(db, [token]);
    }),
  );
}
