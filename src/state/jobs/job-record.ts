import type { JobEvent } from '../../core/job/types';
import type { JobChanges } from '../../storage/records';
import type { JobRecord } from '../../storage/records';
import type { JobRequest } from './job-request';

/** @returns the first record of a new job, before its files are listed */
export function newJobRecord(request: JobRequest, appVersion: string): JobRecord {
  return {
    token: crypto.randomUUID(),
    name: request.name ?? request.title,
    nameTyped: request.name !== null,
    origin: request.origin,
    createdAt: Date.now(),
    finishedAt: null,
    status: 'initialising',
    model: null,
    modelKey: request.model ?? null,
    ...(request.againOf === undefined ? {} : { againOf: request.againOf }),
    appVersion,
    appCommit: __APP_COMMIT__,
    inputs: [],
    sampleSheet: request.sampleSheet?.path ?? null,
    ...(request.grouping ? { grouping: request.grouping } : {}),
    counts: { found: 0, done: 0, samples: 0, calls: {} },
    summary: null,
    problem: null,
    deletedAt: null,
  };
}

type Attempts = Pick<JobChanges, 'work'>;

/** @returns the change that counts another attempt; none for a job whose files were never listed */
export function oneAttemptMore({ work }: JobRecord): Attempts {
  return work === undefined ? {} : { work: { ...work, attempts: work.attempts + 1 } };
}

/**
 * Resets the count of attempts when an attempt gets further than every earlier one.
 *
 * @param done number of spectra that this attempt has processed
 * @returns the change that records the progress of the job
 */
export function furthestReached({ work }: JobRecord, done: number): Attempts {
  if (work === undefined) return {};
  return done > work.reached ? { work: { ...work, attempts: 1, reached: done } } : { work };
}

/** @returns the changes of a job's record that accompany the removal of all its rows */
export function restartChanges({ work }: JobRecord, appVersion: string, build: string): JobChanges {
  return {
    appVersion,
    appCommit: __APP_COMMIT__,
    model: null,
    counts: { found: 0, done: 0, samples: 0, calls: {} },
    ...(work === undefined ? {} : { work: { ...work, build, reached: 0 } }),
  };
}

/** @returns the changes of a job's record caused by an event of its run; null when there are none */
export function changesOfEvent(
  { name, nameTyped }: Pick<JobRecord, 'name' | 'nameTyped'>,
  event: JobEvent,
): JobChanges | null {
  if (event.kind === 'guard') return { guard: event.guard };
  if (event.kind !== 'run' || nameTyped) return null;
  const { title } = event.run;
  return title === null || title === name ? null : { name: title };
}
