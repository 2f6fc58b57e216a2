import { type Leaving, planRetention } from '../../core/job/retention';
import { isActive } from '../../storage/jobs';
import { say } from '../../words/say';
import { formatDay } from '../format';
import type { JobRecord } from './job-words';

export interface LeavingJobs {
  /** Those that would be removed at once. */
  readonly now: readonly Leaving<JobRecord>[];
  /** Those that would follow, the next first. */
  readonly later: readonly Leaving<JobRecord>[];
}

/**
 * Lists the jobs that go because of their age, in their order. Those that a page works on come of age when they have
 * ended.
 *
 * @param kept tokens of those that a person keeps
 */
export function leavingJobs(
  jobs: readonly JobRecord[],
  kept: ReadonlySet<string>,
  days: number,
  now: number,
): LeavingJobs {
  const ended = jobs.filter(({ status }) => !isActive(status));
  const all = planRetention(ended, kept, days);
  const due = all.findIndex(({ at }) => at >= now);
  return due < 0 ? { now: all, later: [] } : { now: all.slice(0, due), later: all.slice(due) };
}

/** Says when a job goes: `on 3 Jan 2027`. */
export function describeLeaving({ at }: Leaving<JobRecord>, now: number): string {
  return at < now ? say('jobs.leavesNow') : say('jobs.leavesOn', { day: formatDay(at) });
}
