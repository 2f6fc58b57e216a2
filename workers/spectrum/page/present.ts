import { internalError } from '../../../src/core/job/internal-error';
import type { Problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';

/** Takes the place of an answer that a worker left out, which is a fault of ours. */
export function present<Answer>(answer: Answer | undefined): Result<Answer, Problem> {
  return answer === undefined ? err(internalError('an answer is missing')) : ok(answer);
}
