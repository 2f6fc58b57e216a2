import { problem, type Problem } from '../problem';
import { sentence } from '../../words/told/sentence';

/** Turns an error of this program into a value, so that it costs one spectrum and not the run. */
export function internalError(error: unknown): Problem<'internal-error'> {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem(
    'internal-error',
    sentence('thread.internal', { error: text }),
    sentence('thread.internalCure'),
  );
}
