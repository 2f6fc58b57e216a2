/** Work in pieces: the caller may do something else between two of them. */
export type Interruptible<T> = Generator<void, T, void>;

/** Runs all the work without a pause. */
export function runToEnd<T>(steps: Interruptible<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
