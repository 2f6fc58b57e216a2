import type { JobEvent } from '../../core/job/types';
import type { JobStatus } from '../../storage/records';

/** Where one job is in its life. */
export type JobPhase =
  /** It waits for its lock, its files and its turn. */
  | { readonly phase: 'queued' }
  /** Its turn has come, and the threads open its model. */
  | { readonly phase: 'starting' }
  /** The threads work, and the run's events wait until it is written down what the job is. */
  | { readonly phase: 'started'; readonly events: AsyncIterable<JobEvent> }
  /** The run's events are taken: its rows are shown and written. */
  | { readonly phase: 'running' }
  /** Its end is being written, and its files are kept or removed. */
  | {
      readonly phase: 'saving';
      /** Those of a run that was started and is not wanted; null where there is none. */
      readonly unwanted: AsyncIterable<JobEvent> | null;
    }
  | { readonly phase: 'ended'; readonly status: JobStatus };

export type PhaseName = JobPhase['phase'];

/**
 * The phases that may follow each. From all of them a job may come to its end: it is cancelled, it fails,
 * or a mistake in this program stops it, even while its end is being written.
 */
export const NEXT_PHASES: Readonly<Record<PhaseName, readonly PhaseName[]>> = {
  queued: ['starting', 'saving'],
  starting: ['started', 'saving'],
  started: ['running', 'saving'],
  running: ['saving'],
  saving: ['saving', 'ended'],
  ended: [],
};

/** @throws when `next` may not follow: a mistake in this program */
export function followedBy(current: JobPhase, next: JobPhase): JobPhase {
  if (!NEXT_PHASES[current.phase].includes(next.phase)) {
    throw new Error(`A job that is ${current.phase} cannot be ${next.phase} next.`);
  }
  return next;
}

/** @returns the events of a run that was started, when nobody has taken them; null otherwise */
export function untakenEvents(current: JobPhase): AsyncIterable<JobEvent> | null {
  if (current.phase === 'started') return current.events;
  return current.phase === 'saving' ? current.unwanted : null;
}
