import { problem, type Problem } from '../../core/problem';
import { whyNotKept } from './kept-words';
import type { FileRetention } from '../../storage/records';

/** Number of attempts at a job without progress over an earlier one, after which the app asks the user. */
export const MAX_ATTEMPTS = 5;

/** @returns the problem of a job that cannot be resumed because its files are not stored */
export function needsFiles(files: FileRetention | undefined): Problem<'job-needs-files'> {
  const why = whyNotKept(files) || 'They were not yet copied when the page went away.';
  return problem(
    'job-needs-files',
    `The page was closed before this job was done, and its files are not on this computer. ${why}`,
    'Choose the same file or folder again, and it goes on.',
  );
}

export const STOPPED_OFTEN = problem(
  'job-stopped-often',
  `This job was begun ${MAX_ATTEMPTS} times, and each time the page ended before it came any further.`,
  'Close other tabs, since the memory may be full, and let it go on; or delete it.',
);

const THREAD_PROBLEMS = new Set(['worker-died', 'worker-hung', 'worker-lost', 'pool-stopped']);

/**
 * Returns whether the threads failed rather than the run, in which case the results are kept, and the rest
 * can be tried again.
 */
export function isThreadProblem({ kind }: Problem): boolean {
  return THREAD_PROBLEMS.has(kind);
}

export const NOTHING_DROPPED = problem(
  'drop-empty',
  'There was no file in what was dropped.',
  'Drop the run’s folder, or a .zip or .tar.gz of it, or spectra as mzML, mzXML or text.',
);

/**
 * Reports a mistake in this program to the browser's console.
 *
 * @returns the problem for the page
 */
export function programFault(error: unknown): Problem<'program-fault'> {
  reportError(error);
  const message = error instanceof Error ? error.message : String(error);
  return problem(
    'program-fault',
    `ktyper met a fault of its own and stopped this job: ${message}`,
    'What was done is kept. Please report it with the details from this message.',
  );
}
