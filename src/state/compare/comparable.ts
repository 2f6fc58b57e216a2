import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { KtyperDatabase } from '../../storage/database';
import type { JobRecord } from '../../storage/records';
import { readRows } from '../../storage/rows';
import { say } from '../../words/say';
import { isAtWork } from '../jobs/job-words';
import { comparisonPath } from './linked-jobs';

/** Whether two jobs can be compared, and why not. */
export type Comparable =
  /** Number of spectra that both were made of, byte for byte. */
  | { readonly kind: 'yes'; readonly path: string; readonly shared: number }
  | { readonly kind: 'no'; readonly why: string };

/** The hashes of ended jobs that were asked about, since reading the rows of a large one takes a second. */
const known = new Map<string, ReadonlySet<string>>();
/** Most jobs whose hashes are remembered. */
const MOST_KNOWN = 8;

/** Finds out whether two jobs were made of the same spectra, whatever the names of their files and folders. */
export async function judgeComparison(
  db: KtyperDatabase,
  one: JobRecord,
  other: JobRecord,
): Promise<Result<Comparable, Problem>> {
  for (const job of [one, other]) {
    if (isAtWork(job)) return no(say('jobs.compareWaits', { name: job.name }));
    if (job.model === null || job.counts.samples === 0) {
      return no(say('jobs.compareEmpty', { name: job.name }));
    }
  }
  const [a, b] = [await hashesOf(db, one), await hashesOf(db, other)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  let shared = 0;
  for (const hash of a.value) if (b.value.has(hash)) shared += 1;
  return shared === 0
    ? no(say('jobs.compareOther'))
    : ok({ kind: 'yes', path: comparisonPath(one, other), shared });
}

function no(why: string): Result<Comparable, never> {
  return ok({ kind: 'no', why });
}

/** @returns the SHA-256 of each spectrum of a job that could be read */
async function hashesOf(
  db: KtyperDatabase,
  { token, finishedAt }: JobRecord,
): Promise<Result<ReadonlySet<string>, Problem>> {
  const key = `${token} ${finishedAt}`;
  const before = known.get(key);
  if (before !== undefined) return ok(before);
  const rows = await readRows(db, token);
  if (!rows.ok) return rows;
  const hashes = new Set(rows.value.spectra.flatMap(({ sha256 }) => sha256 ?? []));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, hashes);
  return ok(hashes);
}
