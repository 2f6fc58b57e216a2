/**
 * When jobs are removed because of their age, and when a person is asked first. An age is only as right as the
 * computer's clock, which may jump: after a jump by a year every job is old. The clock's own word cannot be
 * checked, so what counts is the amount.
 */

const DAY_MS = 86_400_000;
const MONTH_MS = 31 * DAY_MS;
/** Longest time between two looks after which what came of age in between is removed without a question. */
const ORDINARY_MS = 1.5 * DAY_MS;
/** The same as a share of the time that jobs are kept, so that a small jump is no great part of it. */
const ORDINARY_SHARE = 1 / 4;
/** How far behind its own records a clock may be: it is corrected by some seconds now and then. */
const BEHIND_MS = DAY_MS;

/** A job that no page works on, and that is not deleted. */
export interface AgedJob {
  readonly token: string;
  readonly createdAt: number;
  /** Of a job that was opened from a file. */
  readonly imported?: { readonly at: number };
}

/** @returns when a job came to be here, from which its age counts: an old one from a file is new here */
export function hereSince({ createdAt, imported }: AgedJob): number {
  return imported?.at ?? createdAt;
}

/** What the app has written down of its own removals. All times are milliseconds since 1970. */
export interface RetentionMemory {
  /** What it removed in the last month, and the last time before. */
  readonly taken: readonly { readonly at: number; readonly jobs: number }[];
  /** All jobs that were here before this time were removed, or are in `kept`; null: it never looked. */
  readonly settled: number | null;
  /** Newest time at which it looked; null: it never did. */
  readonly seen: number | null;
  /** Newest time that was written by an earlier clock when a person last answered; null: none did. */
  readonly answered: number | null;
  /** Tokens of old jobs that a person keeps. */
  readonly kept: readonly string[];
}

export const NOTHING_TAKEN: RetentionMemory = {
  taken: [],
  settled: null,
  seen: null,
  answered: null,
  kept: [],
};

/** Why a person is asked. */
export type RetentionDoubt =
  /** Nothing was ever removed because of its age. */
  | { readonly kind: 'first' }
  /** More would go than in the last month. */
  | { readonly kind: 'more'; readonly taken: number }
  /** The clock is behind what the app has written. */
  | { readonly kind: 'clock'; readonly written: number };

export interface RetentionVerdict<Job extends AgedJob> {
  /** Jobs that are old, and that nobody keeps; the oldest first. */
  readonly due: readonly Job[];
  /** Why a person is asked before they are removed; null when they are removed. */
  readonly doubt: RetentionDoubt | null;
}

export interface RetentionClock {
  /** Days for which jobs are kept. */
  readonly days: number;
  readonly now: number;
}

/**
 * Decides which jobs are due, and whether to ask before they are removed.
 *
 * @param written newest time in the records of all jobs
 */
export function judgeRetention<Job extends AgedJob>(
  jobs: readonly Job[],
  memory: RetentionMemory,
  written: number,
  { days, now }: RetentionClock,
): RetentionVerdict<Job> {
  const cutoff = cutoffOf({ days, now });
  const kept = new Set(memory.kept);
  const due = jobs
    .filter((job) => hereSince(job) < cutoff && !kept.has(job.token))
    .sort((a, b) => hereSince(a) - hereSince(b));
  if (due.length === 0) return { due, doubt: null };
  const newest = newestOf(memory, written);
  const isTold = memory.answered !== null && newest <= memory.answered;
  if (now + BEHIND_MS < newest && !isTold)
    return { due, doubt: { kind: 'clock', written: newest } };
  if (memory.taken.length === 0) return { due, doubt: { kind: 'first' } };
  const taken = takenLately(memory, now);
  const isMore = due.length > taken && !isOrdinary(due, memory, { days, now });
  return { due, doubt: isMore ? { kind: 'more', taken } : null };
}

/** @returns the memory after a look that left no job due, of which `removed` were removed */
export function afterLook(
  memory: RetentionMemory,
  removed: number,
  old: ReadonlySet<string>,
  clock: RetentionClock,
): RetentionMemory {
  const { now } = clock;
  const last = memory.taken.at(-1);
  const lately = memory.taken.filter(({ at }) => at > now - MONTH_MS);
  const earlier = lately.length === 0 && last !== undefined ? [last] : lately;
  return {
    ...memory,
    taken: removed === 0 ? earlier : [...earlier, { at: now, jobs: removed }],
    settled: cutoffOf(clock),
    seen: Math.max(now, memory.seen ?? now),
    // A job that is no longer old, because the clock was corrected, is asked about again when it is old.
    kept: memory.kept.filter((token) => old.has(token)),
  };
}

/** @returns the newest time that the app has written */
export function newestOf({ seen, taken }: RetentionMemory, written: number): number {
  return Math.max(written, seen ?? -Infinity, ...taken.map(({ at }) => at));
}

/** A job, and when it is old enough to be removed; in the past for one that is due now. */
export interface Leaving<Job extends AgedJob> {
  readonly job: Job;
  readonly at: number;
}

/** Lists when each job would be removed, the next first; jobs that a person keeps are not among them. */
export function planRetention<Job extends AgedJob>(
  jobs: readonly Job[],
  kept: ReadonlySet<string>,
  days: number,
): readonly Leaving<Job>[] {
  return jobs
    .filter(({ token, createdAt }) => !kept.has(token) && !Number.isNaN(createdAt))
    .map((job) => ({ job, at: hereSince(job) + days * DAY_MS }))
    .sort((a, b) => a.at - b.at);
}

/** @returns the time before which jobs are old */
export function cutoffOf({ days, now }: RetentionClock): number {
  return now - days * DAY_MS;
}

function takenLately({ taken }: RetentionMemory, now: number): number {
  const lately = taken.filter(({ at }) => at > now - MONTH_MS && at <= now + BEHIND_MS);
  return lately.reduce((sum, { jobs }) => sum + jobs, 0);
}

/** Whether all of them came of age since the last look, which was no longer ago than a day or so. */
function isOrdinary(
  due: readonly AgedJob[],
  { settled }: RetentionMemory,
  clock: RetentionClock,
): boolean {
  if (settled === null) return false;
  const passed = cutoffOf(clock) - settled;
  const longest = Math.min(ORDINARY_MS, clock.days * DAY_MS * ORDINARY_SHARE);
  return passed <= longest && due.every((job) => hereSince(job) >= settled);
}
