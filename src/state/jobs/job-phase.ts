import type { JobEvent } from '../../core/job/types';
import type { JobStatus } from '../../storage/records';

/** The phase of a job. */
export type JobPhase =
  /** Waits for its lock, its files and its turn. */
  | { readonly phase: 'queued' }
  /** Has its turn, while the threads load its model. */
  | { readonly phase: 'starting' }
  /** Its threads work and its first rows are shown; the rest waits until the job's record is written. */
  | { readonly phase: 'started'; readonly events: AsyncIterable<JobEvent> }
  /** The run's events are consumed, and its rows are shown and written. */
  | { readonly phase: 'running' }
  /** Its end is being written, and its files are kept or removed. */
  | {
      readonly phase: 'saving';
      /** The events of a run that was started and is not needed; null where there is none. */
      readonly unwanted: AsyncIterable<JobEvent> | null;
    }
  | { readonly phase: 'ended'; readonly status: JobStatus };

export type PhaseName = JobPhase['phase'];

/**
 * The phases that may follow each phase. A job may end from any of them: it is cancelled, it fails, or a
 * mistake in this program stops it, even while its end is being written.
 */
const NEXT_PHASES: Readonly<Record<PhaseName, readonly PhaseName[]>> = {
  queued: ['starting', 'saving'],
  starting: ['started', 'saving'],
  started: ['running', 'saving'],
  running: ['saving'],
  saving: ['saving', 'ended'],
  ended: [],
};

/** @throws when `next` must not follow, which is a mistake in this program */
export function followedBy(current: JobPhase, next: JobPhase): JobPhase {
  if (!NEXT_PHASES[current.phase].includes(next.phase)) {
    throw new Error(`A job that is ${current.phase} cannot be ${next.phase} next.`);
  }
  return next;
}

/** @returns the events of a run that was started, if they were not consumed; else null */
export function untakenEvents(current: JobPhase): AsyncIterable<JobEvent> | null {
  if (current.phase === 'started') return current.events;
  return current.phase === 'saving' ? current.unwanted : null;
}
