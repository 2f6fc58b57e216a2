import { problem, type Problem } from '../../core/problem';
import { whyNotKept } from './kept-words';
import type { FileRetention } from '../../storage/records';
import { sentence } from '../../words/told/sentence';

/** Number of attempts at a job without progress over an earlier one, after which the app asks the user. */
export const MAX_ATTEMPTS = 5;

/** @returns the problem of a job that cannot be resumed because its files are not stored */
export function needsFiles(files: FileRetention | undefined): Problem<'job-needs-files'> {
  const why = whyNotKept(files) || sentence('job.needsFilesEarly');
  return problem(
    'job-needs-files',
    sentence('job.needsFiles', { why }),
    sentence('job.interruptedCure'),
  );
}

export function stoppedOften(): Problem<'job-stopped-often'> {
  return problem(
    'job-stopped-often',
    sentence('job.stoppedOften', { count: MAX_ATTEMPTS }),
    sentence('job.stoppedOftenCure'),
  );
}

const THREAD_PROBLEMS = new Set(['worker-died', 'worker-hung', 'worker-lost', 'pool-stopped']);

/**
 * Returns whether the threads failed rather than the run, in which case the results are kept, and the rest
 * can be tried again.
 */
export function isThreadProblem({ kind }: Problem): boolean {
  return THREAD_PROBLEMS.has(kind);
}

export function nothingDropped(): Problem<'drop-empty'> {
  return problem('drop-empty', sentence('job.dropEmpty'), sentence('job.dropEmptyCure'));
}

/**
 * Reports a mistake in this program to the browser's console.
 *
 * @returns the problem for the page
 */
export function programFault(error: unknown): Problem<'program-fault'> {
  reportError(error);
  const message = error instanceof Error ? error.message : String(error);
  return problem('program-fault', sentence('job.fault', { message }), sentence('job.faultCure'));
}
