import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { KeptFiles } from './records';
import { attempt, storageProblem, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** A file as it was dropped: an archive, or a file with its path inside a folder. */
export interface RunFile {
  readonly path: string;
  readonly blob: Blob;
}

/** Bytes of a job's files that are kept at most: some sixty plates of 96 spots, zipped. */
export const MAX_KEPT_BYTES = 200e6;

/** Errors that tell of a file on this computer: it was moved, changed or may not be read. */
const fileErrors = new Set(['NotReadableError', 'NotFoundError', 'NotAllowedError', 'DataError']);

/** Keeps a job's own files, if there is room for them. Why they are not kept is no fault of the job. */
export async function saveRunFiles(
  db: KtyperDatabase,
  job: string,
  files: readonly RunFile[],
): Promise<KeptFiles> {
  const bytes = sizeOfFiles(files);
  if (bytes > MAX_KEPT_BYTES) return { kind: 'not-kept', reason: 'too-large', bytes };
  try {
    await db.files.put({
      job,
      content: new Blob(files.map(({ blob }) => blob)),
      files: files.map(({ path, blob }) => ({ path, size: blob.size })),
    });
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

/** A job's own files, as they were dropped; null when they are not kept. */
export function readRunFiles(db: KtyperDatabase, job: string): Stored<readonly RunFile[] | null> {
  return attempt(async () => {
    const record = await db.files.get(job);
    if (record === undefined) return null;
    let start = 0;
    return record.files.map(({ path, size }) => {
      const blob = record.content.slice(start, start + size);
      start += size;
      return { path, blob };
    });
  });
}

/** Removes the kept files of all jobs; the jobs stay, and say so. */
export function removeRunFiles(db: KtyperDatabase): Stored<void> {
  return attempt(() =>
    db.transaction('rw', [db.jobs, db.files], async () => {
      await db.files.clear();
      await db.jobs
        .filter(({ files }) => files?.kind === 'kept')
        .modify((job: { files?: KeptFiles }) => {
          job.files = { kind: 'not-kept', reason: 'removed', bytes: job.files?.bytes ?? 0 };
        });
    }),
  );
}

export function sizeOfFiles(files: readonly RunFile[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}
