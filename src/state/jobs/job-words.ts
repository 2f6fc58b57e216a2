import { describeWatch, type PatternCounts } from '../../core/classify/describe-watch';
import { isActive } from '../../storage/jobs';
import type * as records from '../../storage/records';
import { countOf } from '../format';

// Components take their types from here: of the storage they know nothing.
export type JobRecord = records.JobRecord;
export type JobStatus = records.JobStatus;

export const jobStatusWords: Readonly<Record<JobStatus, string>> = {
  initialising: 'Initialising',
  queued: 'Queued',
  running: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
};

/** Whether some page is working on it, or will. */
export function isAtWork({ status }: JobRecord): boolean {
  return isActive(status);
}

/** What a list says of a job's size: `93 of 96 identified`. */
export function describeCounts({ counts, status }: JobRecord): string {
  if (counts.samples === 0) {
    return status === 'completed' ? 'No samples' : countOf(counts.found, 'spectrum', 'spectra');
  }
  const { none = 0, unread = 0 } = counts.calls;
  const named = counts.samples - none - unread;
  return `${named} of ${countOf(counts.samples, 'sample', 'samples')} named`;
}

/** What a screen reader announces at a job's end. */
export function describeEnd(
  { name, status, counts, guard }: JobRecord,
  patterns: PatternCounts,
): string {
  const samples = countOf(counts.samples, 'sample', 'samples');
  const watched =
    guard !== undefined && patterns.no > 0 ? ` ${describeWatch(guard, patterns)}` : '';
  return `${name}: ${status}, ${samples}.${watched}`;
}
