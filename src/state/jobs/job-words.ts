import { describeGuard, type PatternCounts } from '../../core/classify/describe-guard';
import { isActive } from '../../storage/jobs';
import type * as records from '../../storage/records';
import { countOf, formatCount } from '../format';

// Components import these types from here, since they must not depend on the storage.
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
  damaged: 'Damaged',
};

/** @returns whether a page works on the job, or will */
export function isAtWork({ status }: JobRecord): boolean {
  return isActive(status);
}

/** Describes a job's size for a list: `93 of 96 identified`. */
export function describeCounts({ counts, status }: JobRecord): string {
  if (status === 'damaged') return 'Its record cannot be read';
  if (counts.samples === 0) {
    return status === 'completed' ? 'No samples' : countOf(counts.found, 'spectrum', 'spectra');
  }
  const { none = 0, unread = 0 } = counts.calls;
  const named = counts.samples - none - unread;
  return `${formatCount(named)} of ${countOf(counts.samples, 'sample', 'samples')} named`;
}

/** Says how far a cancelled job came. */
export function describeCancelled({ counts }: Pick<JobRecord, 'counts'>): string {
  const { done, found, complete = false } = counts;
  if (done === 0) return 'Cancelled before the first spectrum was finished.';
  const results = `Cancelled. Results for the ${formatCount(done)}`;
  if (complete) {
    return `${results} of ${countOf(found, 'spectrum', 'spectra')} finished before that are shown.`;
  }
  const spectra = done === 1 ? 'spectrum' : 'spectra';
  return (
    `${results} ${spectra} finished before that are shown. ${formatCount(found)} had been found by then, ` +
    'and there may be more.'
  );
}

/** Writes the sentence that a screen reader announces at a job's end. */
export function describeEnd(
  { name, status, counts, guard }: JobRecord,
  patterns: PatternCounts,
): string {
  const samples = countOf(counts.samples, 'sample', 'samples');
  const guarded =
    guard !== undefined && patterns.no > 0 ? ` ${describeGuard(guard, patterns)}` : '';
  return `${name}: ${status}, ${samples}.${guarded}`;
}
