import type { Problem } from '../../src/core/problem';
import { problemInEnglish } from '../../src/words/in-words';

/** Writes what happened and what to do, in English. */
export function problemText(problem: Pick<Problem, 'message' | 'cure'>): string {
  const { message, cure } = problemInEnglish(problem);
  return `${message} ${cure}`;
}
