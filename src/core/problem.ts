import type { Sentences } from '../words/told/sentence';

/**
 * A problem with a user's data, as a value: its kind, what happened to which file, and the cure, told as sentences
 * that are put into words where they are read.
 */
export interface Problem<Kind extends string = string> {
  /** Stable, kebab-case, for programs and tests: `fid-length`, `acqu-missing-field`. */
  readonly kind: Kind;
  /** What happened, with the wrong value. */
  readonly message: Sentences;
  /** What the user can do about it. */
  readonly cure: Sentences;
  /** The file or folder with the problem, as the user's archive names it. */
  readonly path?: string;
}

export function problem<Kind extends string>(
  kind: Kind,
  message: Sentences,
  cure: Sentences,
  path?: string,
): Problem<Kind> {
  return path === undefined ? { kind, message, cure } : { kind, message, cure, path };
}

/** @returns the same problem with the path where it occurred */
export function atPath<Kind extends string>(fault: Problem<Kind>, path: string): Problem<Kind> {
  return { ...fault, path };
}
