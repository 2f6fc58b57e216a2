import { problem, type Problem } from '../../core/problem';
import { whyNotKept } from './kept-words';
import type { FileRetention } from '../../storage/records';

/** Why a broken job cannot go on by itself. */

/** Times that a job is begun again without coming further than before. */
export const MAX_ATTEMPTS = 5;

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

/** Faults of the threads and not of the run: what is done is kept, and the rest can be tried again. */
const breaks = new Set(['worker-died', 'worker-hung', 'worker-lost', 'pool-stopped']);

export function isBreak({ kind }: Problem): boolean {
  return breaks.has(kind);
}
