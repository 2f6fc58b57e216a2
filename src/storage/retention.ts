import * as v from 'valibot';
import {
  type AgedJob,
  afterLook,
  cutoffOf,
  hereSince,
  judgeRetention,
  newestOf,
  NOTHING_TAKEN,
  type RetentionClock,
  type RetentionMemory,
  type RetentionVerdict,
} from '../core/job/retention';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { isActive, removeJobsOf, tablesOfJobs } from './jobs';
import type { JobRecord } from './records';
import { attempt } from './attempt';
import type { StorageProblem } from './storage-problem';
import { readStoredJob } from './stored-job';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** What a look at the ages of all jobs found. */
export interface RetentionLook extends RetentionVerdict<JobRecord> {
  /** Number of jobs that were removed: all that are due, or none. */
  readonly removed: number;
}

const KEY = 'retention';
const time = v.nullable(v.pipe(v.number(), v.finite()));
const memoryShape = v.object({
  taken: v.array(v.object({ at: v.pipe(v.number(), v.finite()), jobs: v.number() })),
  settled: time,
  seen: time,
  answered: time,
  kept: v.array(v.string()),
});

/** Removes the jobs that are too old, unless a person is to be asked first: then it removes none. */
export function applyRetention(db: KtyperDatabase, clock: RetentionClock): Stored<RetentionLook> {
  return change(db, async () => {
    const { jobs, written } = await readAges(db);
    const memory = await readMemory(db);
    const verdict = judgeRetention(jobs, memory, written, clock);
    if (verdict.doubt !== null) return { ...verdict, removed: 0 };
    const removed = await removeJobsOf(db, tokensOf(verdict.due));
    await saveMemory(db, afterLook(memory, removed, oldOf(jobs, clock), clock));
    return { ...verdict, removed };
  });
}

/** Removes old jobs of which a person has said so. Gives their number. */
export function removeOldJobs(
  db: KtyperDatabase,
  tokens: readonly string[],
  clock: RetentionClock,
): Stored<number> {
  return change(db, async () => {
    const { jobs, written } = await readAges(db);
    const memory = await readMemory(db);
    const present = new Set(tokensOf(jobs));
    const removed = await removeJobsOf(
      db,
      tokens.filter((token) => present.has(token)),
    );
    const after = afterLook(memory, removed, oldOf(jobs, clock), clock);
    await saveMemory(db, { ...after, answered: newestOf(after, written) });
    return removed;
  });
}

/** Keeps old jobs of which a person has said so, for as long as they are old. */
export function keepOldJobs(
  db: KtyperDatabase,
  tokens: readonly string[],
  clock: RetentionClock,
): Stored<void> {
  return change(db, async () => {
    const { jobs, written } = await readAges(db);
    const memory = await readMemory(db);
    const kept = [...new Set([...memory.kept, ...tokens])];
    const after = afterLook({ ...memory, kept }, 0, oldOf(jobs, clock), clock);
    await saveMemory(db, { ...after, answered: newestOf(after, written) });
  });
}

/** Tokens of the old jobs that a person keeps. */
export function readKeptJobs(db: KtyperDatabase): Stored<ReadonlySet<string>> {
  return attempt(db, async () => new Set((await readMemory(db)).kept));
}

function change<T>(db: KtyperDatabase, work: () => Promise<T>): Stored<T> {
  return attempt(db, () => db.transaction('rw', [...tablesOfJobs(db), db.settings], work));
}

/** @returns the jobs whose age counts, and the newest time in the records of all */
async function readAges(
  db: KtyperDatabase,
): Promise<{ readonly jobs: readonly JobRecord[]; readonly written: number }> {
  const all = (await db.jobs.toArray()).map(readStoredJob);
  const times = all.flatMap(({ createdAt, finishedAt }) => [createdAt, finishedAt ?? NaN]);
  return {
    jobs: all.filter((job) => isAged(job)),
    written: times.reduce((newest, one) => (one > newest ? one : newest), -Infinity),
  };
}

/** One whose time is damaged has no age, and one that is deleted is removed with its notice. */
function isAged({ status, deletedAt, createdAt }: JobRecord): boolean {
  return !isActive(status) && deletedAt === null && !Number.isNaN(createdAt);
}

function oldOf(jobs: readonly AgedJob[], clock: RetentionClock): ReadonlySet<string> {
  return new Set(tokensOf(jobs.filter((job) => hereSince(job) < cutoffOf(clock))));
}

function tokensOf(jobs: readonly AgedJob[]): readonly string[] {
  return jobs.map(({ token }) => token);
}

/** What cannot be read counts as nothing, so that a person is asked. */
async function readMemory(db: KtyperDatabase): Promise<RetentionMemory> {
  const value = (await db.settings.get(KEY))?.value;
  return v.is(memoryShape, value) ? value : NOTHING_TAKEN;
}

async function saveMemory(db: KtyperDatabase, value: RetentionMemory): Promise<void> {
  await db.settings.put({ key: KEY, value });
}
