import { internalError } from '../../../src/core/job/internal-error';
import { problem, type Problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';

/** The pool itself has ended the worker. */
export const STOPPED = problem('pool-stopped', 'The work was stopped.', 'Start it again.');

export const LOST = problem(
  'worker-lost',
  'A part of ktyper that works in the background was stopped and begun anew.',
  'Nothing to do.',
);

export const GIVEN_UP = problem(
  'model-given-up',
  'The model was given up: it gave no answer to several spectra in a row, each of which it was given alone.',
  'Use another model, and ask those who made this one for a version that ends. Nothing is wrong with the spectra.',
);

/** Returns a worker's answer, or an internal error if the worker gave none. */
export function present<Answer>(answer: Answer | undefined): Result<Answer, Problem> {
  return answer === undefined ? err(internalError('an answer is missing')) : ok(answer);
}
