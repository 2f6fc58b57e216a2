import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';

/** What must hold of a reader's answer, whatever it was given. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

export function invariant(condition: boolean, what: string): asserts condition {
  if (!condition) throw new BrokenInvariant(what);
}

/** A path may be in a sentence twice, and has 4,096 characters at most. */
const LONGEST_SENTENCE = 10_000;

/** Is it a sentence that can be shown, and one that says what to do? Gives its kind. */
export function checkProblem({ kind, message, cure, path }: Problem): string {
  invariant(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(kind), `a problem of the kind "${kind}"`);
  // Some end in what they quote.
  invariant(/\S.*(?:[.?]\)?|: .+)$/su.test(message), `${kind} is no sentence: ${message}`);
  invariant(/^[A-Z].*\.$/su.test(cure), `${kind} has no cure: ${cure}`);
  invariant(message.length <= LONGEST_SENTENCE, `${kind} takes ${message.length} characters`);
  invariant(path === undefined || typeof path === 'string', `${kind} has a path that is no text`);
  invariant(kind !== 'internal-error', message);
  return kind;
}

/** How a Result ended: `ok`, or the kind of its problem. */
export function checkResult(result: Result<unknown, Problem>): string {
  return result.ok ? 'ok' : checkProblem(result.error);
}

export function checkText(value: unknown, most: number, what: string): void {
  invariant(typeof value === 'string', `${what} is no text`);
  invariant(value.length <= most, `${what} has ${value.length} characters`);
}

/** Only finite numbers within the limits, which are part of them. */
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
