/**
 * A fault in a user's data, as a value: which sort, what happened to which file, what to do.
 * It is shown as it stands, so `message` and `cure` are whole sentences in plain words.
 */
export interface Problem<Kind extends string = string> {
  /** Stable, kebab-case, for programs and tests: `fid-length`, `acqu-missing-field`. */
  readonly kind: Kind;
  /** What happened. Names the value that is wrong. */
  readonly message: string;
  /** What the user can do about it. */
  readonly cure: string;
  /** The file or folder that it happened to, as the user's archive names it. */
  readonly path?: string;
}

export function problem<Kind extends string>(
  kind: Kind,
  message: string,
  cure: string,
  path?: string,
): Problem<Kind> {
  return path === undefined ? { kind, message, cure } : { kind, message, cure, path };
}

/** The same fault, with the place where it happened. */
export function atPath<Kind extends string>(fault: Problem<Kind>, path: string): Problem<Kind> {
  return { ...fault, path };
}
