import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import { problemInEnglish } from '../../src/words/in-words';

/** The invariants of a reader's answer to any input. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

export function invariant(condition: boolean, what: string): asserts condition {
  if (!condition) throw new BrokenInvariant(what);
}

/** A sentence may contain a path twice, and a path has at most 4,096 characters. */
const LONGEST_SENTENCE = 10_000;

/** Checks that a problem has a sentence that can be shown, and one that says what to do. Returns its kind. */
export function checkProblem(problem: Problem): string {
  const { kind, message, cure, path } = problemInEnglish(problem);
  invariant(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(kind), `a problem of the kind "${kind}"`);
  // Some sentences end in a quotation.
  invariant(/\S.*(?:[.?]\)?|: .+)$/su.test(message), `${kind} is no sentence: ${message}`);
  invariant(/^[A-Z].*\.$/su.test(cure), `${kind} has no cure: ${cure}`);
  invariant(message.length <= LONGEST_SENTENCE, `${kind} takes ${message.length} characters`);
  invariant(path === undefined || typeof path === 'string', `${kind} has a path that is no text`);
  invariant(kind !== 'internal-error', message);
  return kind;
}

/** Returns how a Result ended: `ok`, or the kind of its problem. */
export function checkResult(result: Result<unknown, Problem>): string {
  return result.ok ? 'ok' : checkProblem(result.error);
}

export function checkText(value: unknown, most: number, what: string): void {
  invariant(typeof value === 'string', `${what} is no text`);
  invariant(value.length <= most, `${what} has ${value.length} characters`);
}

/** Checks that all numbers are finite and within the limits, which are allowed themselves. */
export function checkNumbers(
  values: ArrayLike<number>,
  least: number,
  most: number,
  what: string,
): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    invariant(value >= least && value <= most, `${what} has ${value} at ${i}`);
  }
}
