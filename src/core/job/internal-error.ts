import { problem, type Problem } from '../problem';

/** Turns an error of this program into a value, so that it costs one spectrum and not the run. */
export function internalError(error: unknown): Problem<'internal-error'> {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem(
    'internal-error',
    `ktyper itself failed here (${text}).`,
    'This is a fault of the program, not of your data: please report it with this sentence.',
  );
}
