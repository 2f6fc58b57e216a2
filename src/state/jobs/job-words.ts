import { describeGuard, type PatternCounts } from '../../core/classify/describe-guard';
import { isActive } from '../../storage/jobs';
import type * as records from '../../storage/records';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { formatCount } from '../format';
import { inWords } from '../../words/in-words';

// Components import these types from here, since they must not depend on the storage.
export type JobRecord = records.JobRecord;
export type JobStatus = records.JobStatus;

const STATUS_WORDS = {
  initialising: 'jobs.statusInitialising',
  queued: 'jobs.statusQueued',
  running: 'jobs.statusRunning',
  completed: 'jobs.statusCompleted',
  failed: 'jobs.statusFailed',
  cancelled: 'jobs.statusCancelled',
  interrupted: 'jobs.statusInterrupted',
  damaged: 'jobs.statusDamaged',
} as const satisfies Record<JobStatus, MessageKey>;

export function jobStatusWord(status: JobStatus): string {
  return say(STATUS_WORDS[status]);
}

/** @returns whether a page works on the job, or will */
export function isAtWork({ status }: JobRecord): boolean {
  return isActive(status);
}

/** Describes a job's size for a list: `93 of 96 identified`. */
export function describeCounts({ counts, status }: JobRecord): string {
  if (status === 'damaged') return say('jobs.sizeDamaged');
  if (counts.samples === 0) {
    return status === 'completed'
      ? say('jobs.sizeNone')
      : say('jobs.sizeSpectra', { count: counts.found });
  }
  const { none = 0, unread = 0 } = counts.calls;
  const identified = formatCount(counts.samples - none - unread);
  return say('jobs.sizeIdentified', { identified, samples: counts.samples });
}

/** Says how far a cancelled job came. */
export function describeCancelled({ counts }: Pick<JobRecord, 'counts'>): string {
  const { done, found, complete = false } = counts;
  if (done === 0) return say('jobs.cancelledEarly');
  return complete
    ? say('jobs.cancelled', { done: formatCount(done), found })
    : say('jobs.cancelledListing', { done, found: formatCount(found) });
}

/** Writes the sentence that a screen reader announces at a job's end. */
export function describeEnd(
  { name, status, counts, guard }: JobRecord,
  patterns: PatternCounts,
): string {
  const end = say(endOf(status), { name, samples: counts.samples });
  return guard !== undefined && patterns.no > 0
    ? `${end} ${inWords(describeGuard(guard, patterns))}`
    : end;
}

function endOf(status: JobStatus) {
  if (status === 'completed') return 'jobs.endCompleted';
  if (status === 'failed') return 'jobs.endFailed';
  return status === 'cancelled' ? 'jobs.endCancelled' : 'jobs.endInterrupted';
}
