import * as v from 'valibot';
import { ok, type Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { isActive } from './jobs';
import { type FileRetention, type JobRecord, MAX_KEPT_FILES, type RunFilesRecord } from './records';
import { attempt, untilLost } from './attempt';
import { storageProblem, type StorageProblem } from './storage-problem';
import { readStoredJob } from './stored-job';
import { hasRoomFor } from './usage';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** A file as it was dropped: an archive, or a file with its path inside a folder. */
export interface StoredFile {
  readonly path: string;
  readonly blob: Blob;
}

/** Everything that a job is read from. */
export interface RunInput {
  readonly files: readonly StoredFile[];
  readonly sampleSheet: StoredFile | null;
}

/** Errors that tell of a file on this computer: it was moved, changed or may not be read. */
const fileErrors = new Set(['NotReadableError', 'NotFoundError', 'NotAllowedError', 'DataError']);

/**
 * Stores a job's own files, if there is room for them: all of them, or none. Why they are not stored is
 * no fault of the job.
 */
export async function saveRunFiles(
  db: KtyperDatabase,
  job: string,
  { files, sampleSheet }: RunInput,
): Promise<FileRetention> {
  const bytes = sizeOfFiles(files);
  if (files.length > MAX_KEPT_FILES) return { kind: 'not-kept', reason: 'too-large', bytes };
  if (!(await hasRoomFor(bytes))) return { kind: 'not-kept', reason: 'no-room', bytes };
  const blobs = [...files, ...(sampleSheet === null ? [] : [sampleSheet])].map(({ blob }) => blob);
  const record: RunFilesRecord = {
    job,
    content: new Blob(blobs),
    files: files.map(sizeOf),
    ...(sampleSheet === null ? {} : { sampleSheet: sizeOf(sampleSheet) }),
  };
  try {
    // Of this table alone: the bytes are copied while the rows of the same job are written.
    await untilLost(db, () => db.files.put(record));
    return { kind: 'kept', bytes };
  } catch (error) {
    if (storageProblem(error)?.kind === 'storage-full') {
      return { kind: 'not-kept', reason: 'no-room', bytes };
    }
    const isOfFile = error instanceof Error && fileErrors.has(error.name);
    if (isOfFile || storageProblem(error) !== null) {
      return { kind: 'not-kept', reason: 'failed', bytes };
    }
    throw error;
  }
}

/** What a job was read from, as it was dropped; null when it is not stored, or not all of it is. */
export function readRunInput(db: KtyperDatabase, job: string): Stored<RunInput | null> {
  return attempt(db, async () => {
    const record = await db.files.get(job);
    if (record === undefined || !isWhole(record)) return null;
    let start = 0;
    const next = ({ path, size }: { readonly path: string; readonly size: number }): StoredFile => {
      const blob = record.content.slice(start, start + size);
      start += size;
      return { path, blob };
    };
    const files = record.files.map(next);
    return { files, sampleSheet: record.sampleSheet ? next(record.sampleSheet) : null };
  });
}

/** The same, of a job whose record does not say that they are given up: a page that went away may have left them. */
export async function readKeptInput(db: KtyperDatabase, job: string): Stored<RunInput | null> {
  const isGivenUp = await attempt(db, async () => {
    const record = await db.jobs.get(job);
    return record !== undefined && isStray(record);
  });
  if (!isGivenUp.ok) return isGivenUp;
  return isGivenUp.value ? ok(null) : readRunInput(db, job);
}

/** Removes the stored files of one job. Gives whether there were any. */
export function dropRunFiles(db: KtyperDatabase, job: string): Stored<boolean> {
  return attempt(db, () =>
    db.transaction('rw', db.files, async () => {
      if ((await db.files.where('job').equals(job).count()) === 0) return false;
      await db.files.delete(job);
      return true;
    }),
  );
}

/** Removes the kept files of all jobs that have ended; the jobs stay, and say so. */
export function removeRunFiles(db: KtyperDatabase): Stored<void> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.files], async () => {
      const jobs = await db.jobs.toArray();
      const inUse = new Set(jobs.filter(({ status }) => isActive(status)).map((job) => job.token));
      const stored = await db.files.toCollection().primaryKeys();
      await db.files.bulkDelete(stored.filter((job) => !inUse.has(job)));
      await db.jobs
        .filter(({ files, token }) => files?.kind === 'kept' && !inUse.has(token))
        .modify((job: { files?: FileRetention }) => {
          job.files = { kind: 'not-kept', reason: 'removed', bytes: job.files?.bytes ?? 0 };
        });
    }),
  );
}

/**
 * Removes stored files that nobody will ask for: of jobs that are gone, and of ended ones whose record
 * says that they are not kept. A page that went away may have left them.
 */
export function removeStrayFiles(db: KtyperDatabase): Stored<void> {
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.files], async () => {
      const stored = await db.files.toCollection().primaryKeys();
      const jobs = await db.jobs.bulkGet(stored);
      await db.files.bulkDelete(stored.filter((_, i) => isStray(jobs[i])));
    }),
  );
}

function isStray(stored: JobRecord | undefined): boolean {
  if (stored === undefined) return true;
  const { status, finishedAt, files } = readStoredJob(stored);
  return status !== 'damaged' && finishedAt !== null && files?.kind !== 'kept';
}

/** Whether the bytes are those of the files that are named; a damaged record may be anything. */
function isWhole({ content, files, sampleSheet }: Partial<RunFilesRecord>): boolean {
  if (!(content instanceof Blob) || !Array.isArray(files)) return false;
  const all: readonly unknown[] = [...(files as readonly unknown[]), ...listOf(sampleSheet)];
  return v.is(namedSizes, all) && content.size === all.reduce((sum, { size }) => sum + size, 0);
}

const namedSizes = v.array(
  v.object({ path: v.string(), size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
);

function listOf(one: unknown): readonly unknown[] {
  return one === undefined ? [] : [one];
}

export function sizeOfFiles(files: readonly StoredFile[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}

function sizeOf({ path, blob }: StoredFile): { readonly path: string; readonly size: number } {
  return { path, size: blob.size };
}
