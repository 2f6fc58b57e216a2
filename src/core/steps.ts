/** Work in pieces: the caller may do something else between two of them. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all the work without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
