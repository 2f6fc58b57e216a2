import { internalError } from '../../../src/core/job/internal-error';
import { problem, type Problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';
import { sentence } from '../../../src/words/told/sentence';

/** The pool itself has ended the worker. */
export const STOPPED = problem(
  'pool-stopped',
  sentence('thread.stopped'),
  sentence('told.startAgainCure'),
);

export const LOST = problem(
  'worker-lost',
  sentence('thread.begunAnew'),
  sentence('told.nothingToDoCure'),
);

export const GIVEN_UP = problem(
  'model-given-up',
  sentence('thread.givenUp'),
  sentence('thread.givenUpCure'),
);

/** Returns a worker's answer, or an internal error if the worker gave none. */
export function present<Answer>(answer: Answer | undefined): Result<Answer, Problem> {
  return answer === undefined ? err(internalError('an answer is missing')) : ok(answer);
}
