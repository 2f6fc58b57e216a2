import { problem, type Problem } from '../core/problem';
import { say } from '../words/say';
import { sentence } from '../words/told/sentence';

/** Problems that only the page can have, for its components to show. */

export function jobInterrupted(): Problem {
  return problem('job-interrupted', sentence('job.interrupted'), sentence('job.interruptedCure'));
}

export function pageFault(error: unknown): Problem {
  return problem(
    'page-fault',
    say('shell.fault', { message: error instanceof Error ? error.message : String(error) }),
    say('shell.faultCure'),
  );
}
