import { problem, type Problem } from '../../core/problem';
import { whyNotKept } from './kept-words';
import type { FileRetention } from '../../storage/records';

/** Attempts at a job that come no further than an earlier one, before the app asks a person. */
export const MAX_ATTEMPTS = 5;

/** Why a job whose files are not in the storage cannot be resumed without them. */
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

/** Whether the threads failed and not the run: what is done is kept, and the rest can be tried again. */
export function isThreadProblem({ kind }: Problem): boolean {
  return THREAD_PROBLEMS.has(kind);
}

export const NOTHING_DROPPED = problem(
  'drop-empty',
  'There was no file in what was dropped.',
  'Drop the run’s folder, or a .zip or .tar.gz of it, or spectra as mzML, mzXML or text.',
);

/** @returns what the page shows of a mistake in this program, which the browser's console has as well */
export function programFault(error: unknown): Problem<'program-fault'> {
  reportError(error);
  const message = error instanceof Error ? error.message : String(error);
  return problem(
    'program-fault',
    `ktyper met a fault of its own and stopped this job: ${message}`,
    'What was done is kept. Please report it with the details from this message.',
  );
}
