import { problem, type Problem } from '../core/problem';

/** Problems that only the page can have, for its components to show. */

export const jobInterrupted = problem(
  'job-interrupted',
  'The page was closed before this job was done. What it had done by then is here.',
  'Choose the same file or folder again, and it goes on.',
);

export function pageFault(error: unknown): Problem {
  return problem(
    'page-fault',
    `This page met a fault of its own: ${error instanceof Error ? error.message : String(error)}`,
    'Your jobs are kept. Try again, or reload the page; if it happens again, please report it.',
  );
}
