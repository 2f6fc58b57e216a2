import type { RunSummary } from '../core/quality-history/run-summary';
import type { Result } from '../core/result';
import { attempt } from './attempt';
import type { KtyperDatabase } from './database';
import type { RunSummaryRecord } from './records';
import { readRunSummaries, writeRunSummaries } from './run-summary-text';
import { requireJob, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Number of what a summary has, and of how it is computed: one of another version is computed again. */
export const SUMMARY_VERSION = 1;

/** A job's token with the time of its end: what was summed up before it went on is not what it has. */
export interface EndedJob {
  readonly token: string;
  readonly finishedAt: number | null;
}

/** Stores the summaries of a job. The answer is `JOB_GONE` where the database no longer has the job. */
export function saveRunSummaries(
  db: KtyperDatabase,
  { token, finishedAt }: EndedJob,
  summaries: readonly RunSummary[],
): Stored<void> {
  const runs = writeRunSummaries(summaries);
  return attempt(db, () =>
    db.transaction('rw', [db.jobs, db.runSummaries], async () => {
      // A summary of a job that is not there would remain for ever.
      requireJob(await db.jobs.where('token').equals(token).count());
      await db.runSummaries.put({ job: token, version: SUMMARY_VERSION, finishedAt, runs });
    }),
  );
}

/** Reads what is stored of some jobs, in the same order: `summariesIn` decodes each when there is time. */
export function readSummaryRecords(
  db: KtyperDatabase,
  tokens: readonly string[],
): Stored<readonly (RunSummaryRecord | undefined)[]> {
  return attempt(db, () => db.runSummaries.bulkGet([...tokens]));
}

/** @returns undefined for a job that has none, or one that has to be computed again */
export function summariesIn(
  record: RunSummaryRecord | undefined,
  { finishedAt }: EndedJob,
): readonly RunSummary[] | undefined {
  if (record?.version !== SUMMARY_VERSION || record.finishedAt !== finishedAt) return undefined;
  return typeof record.runs === 'string' ? readRunSummaries(record.runs) : undefined;
}
