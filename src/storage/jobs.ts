import type { Collection, Table } from 'dexie';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { JobChanges, JobRecord, JobStatus } from './records';
import { removeReviews } from './reviews';
import { removeRows, withTypedName } from './rows';
import { readStoredJob } from './stored-job';
import { attempt } from './attempt';
import { requireJob, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

const activeStatuses: readonly JobStatus[] = ['initialising', 'queued', 'running'];

export function isActive(status: JobStatus): boolean {
  return activeStatuses.includes(status);
}

export function addJob(db: KtyperDatabase, job: JobRecord): Stored<void> {
  return attempt(db, async () => void (await db.jobs.put(job)));
}

/** The job of a token, deleted or not; null when this browser has none of that name. */
export function readJob(db: KtyperDatabase, token: string): Stored<JobRecord | null> {
  return attempt(db, async () => {
    const stored = await db.jobs.get(token);
    return stored === undefined ? null : readStoredJob(stored);
  });
}

/** All jobs of this browser, each list the newest first, damaged ones of unknown time last. */
export interface JobLists {
  readonly jobs: readonly JobRecord[];
  /** Those that are deleted and not removed yet, so that it can be undone. */
  readonly deleted: readonly JobRecord[];
}

/** All jobs that are not deleted. */
export function listJobs(db: KtyperDatabase): Stored<readonly JobRecord[]> {
  return attempt(db, async () => (await readLists(db)).jobs);
}

export function listAllJobs(db: KtyperDatabase): Stored<JobLists> {
  return attempt(db, () => readLists(db));
}

/** Number of records that are read at a time: the page can draw in between, however many jobs there are. */
const RECORDS_PER_READ = 50;

async function readLists(db: KtyperDatabase): Promise<JobLists> {
  const all = await db.transaction('r', db.jobs, async () => {
    const jobs: JobRecord[] = [];
    // Not by the index of times, which lacks records whose time is damaged.
    const tokens = await db.jobs.toCollection().primaryKeys();
    for (let at = 0; at < tokens.length; at += RECORDS_PER_READ) {
      const part = await db.jobs.bulkGet(tokens.slice(at, at + RECORDS_PER_READ));
      for (const stored of part) if (stored !== undefined) jobs.push(readStoredJob(stored));
    }
    return jobs;
  });
  const timeOf = ({ createdAt }: JobRecord) => (Number.isNaN(createdAt) ? -Infinity : createdAt);
  all.sort((a, b) => timeOf(b) - timeOf(a) || 0);
  return {
    jobs: all.filter(({ deletedAt }) => deletedAt === null),
    deleted: all.filter(({ deletedAt, importing }) => deletedAt !== null && importing !== true),
  };
}

/** Changes a job's record. The answer is `JOB_GONE` where the database no longer has the job. */
export function changeJob(db: KtyperDatabase, token: string, changes: JobChanges): Stored<void> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs], async () => {
      const job = await db.jobs.get(token);
      requireJob(job);
      await db.jobs.update(token, withTypedName(job, changes));
    }),
  );
}

export function renameJob(db: KtyperDatabase, token: string, name: string): Stored<void> {
  return changeJob(db, token, { name, nameTyped: true });
}

/**
 * Marks jobs as deleted. Their rows stay until `removeDeletedJobs`, so that it can be undone. Gives the number of
 * those that were not deleted already.
 */
export function deleteJobs(
  db: KtyperDatabase,
  tokens: readonly string[],
  now: number,
): Stored<number> {
  return attempt(db, async () => {
    // What another page has deleted already is that page's to remove.
    const present = db.jobs.where('token').anyOf(tokens);
    return present.and((job) => !isDeleted(job)).modify({ deletedAt: now });
  });
}

/**
 * Takes deletions back. Gives the number of jobs that are there again.
 *
 * @param deletedAt the time of the deletion to undo; null for whichever it was
 */
export function restoreJobs(
  db: KtyperDatabase,
  tokens: readonly string[],
  deletedAt: number | null = null,
): Stored<number> {
  return attempt(db, async () => {
    const deleted = db.jobs
      .where('token')
      .anyOf(tokens)
      .and((job) => isDeleted(job) && job.importing !== true);
    const meant = deleted.and((job) => deletedAt === null || job.deletedAt === deletedAt);
    return meant.modify({ deletedAt: null });
  });
}

/** Removes for good those jobs that one deletion marked, unless it was undone. */
export function removeDeletion(
  db: KtyperDatabase,
  tokens: readonly string[],
  deletedAt: number,
): Stored<number> {
  const meant = db.jobs.where('token').anyOf(tokens);
  return attempt(db, () =>
    remove(
      db,
      meant.and((job) => job.deletedAt === deletedAt),
    ),
  );
}

/** Removes one job for good, unless a page is working on it. */
export function removeJob(db: KtyperDatabase, token: string): Stored<number> {
  const meant = db.jobs.where('token').equals(token);
  return attempt(db, () =>
    remove(
      db,
      meant.and(({ status }) => !isActive(status)),
    ),
  );
}

/** Removes for good what was deleted at `before` or earlier. Gives the number of jobs. */
export function removeDeletedJobs(db: KtyperDatabase, before: number): Stored<number> {
  const isMeant = (job: JobRecord) => isDeleted(job) && job.deletedAt! <= before;
  return attempt(db, () => remove(db, db.jobs.filter(isMeant)));
}

/** Jobs that some page works on, or did before it went away; the oldest first. */
export function listActiveJobs(db: KtyperDatabase): Stored<readonly JobRecord[]> {
  return attempt(db, async () => {
    const jobs = await db.jobs.where('status').anyOf(activeStatuses).sortBy('createdAt');
    // Nobody goes on with a damaged one.
    return jobs.map(readStoredJob).filter(({ status }) => isActive(status));
  });
}

/** What is no time is damaged, and does not hide the job. */
function isDeleted({ deletedAt }: JobRecord): boolean {
  return typeof deletedAt === 'number';
}

async function remove(db: KtyperDatabase, jobs: Collection<JobRecord, string>): Promise<number> {
  return db.transaction('rw', tablesOfJobs(db), async () =>
    removeJobsOf(db, await jobs.primaryKeys()),
  );
}

/** The tables that have any part of a job. */
export function tablesOfJobs(db: KtyperDatabase): Table[] {
  return [
    db.jobs,
    db.rowChunks,
    db.evidencePages,
    db.manifests,
    db.files,
    db.reviews,
    db.runSummaries,
  ];
}

/** Removes jobs for good, within a transaction. Gives their number. */
export async function removeJobsOf(db: KtyperDatabase, tokens: readonly string[]): Promise<number> {
  for (const token of tokens) {
    await removeRows(db, token);
    await removeReviews(db, token);
  }
  await db.files.bulkDelete([...tokens]);
  await db.runSummaries.bulkDelete([...tokens]);
  await db.jobs.bulkDelete([...tokens]);
  if (tokens.length > 0) await removeUnusedManifests(db);
  return tokens.length;
}

async function removeUnusedManifests(db: KtyperDatabase): Promise<void> {
  const used = new Set<string>();
  await db.jobs.each((job) => {
    const { model } = readStoredJob(job);
    if (model !== null) used.add(model.manifestSha256);
  });
  await db.manifests.filter(({ sha256 }) => !used.has(sha256)).delete();
}
