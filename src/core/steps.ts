/** Work in pieces: between two of them, whoever has it done may do something else. */
export type Steps<T> = Generator<void, T, void>;

/** Has it done without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
