/** What a thread tells while its model computes, when it can answer nothing else. */
export interface ModelRun {
  /** Rows that the model began to compute; null: it has finished. */
  readonly modelRows: number | null;
}

let tell: ((run: ModelRun) => void) | null = null;

/** Has this thread tell when its model begins to compute, and when it has finished. */
export function tellModelRuns(post: (run: ModelRun) => void): void {
  tell = post;
}

/**
 * Runs a model and tells the page when it begins and ends, so that the page can stop a thread whose model
 * does not finish. Only a model's time can be limited: a slow drive or a download may take as long as it
 * needs.
 *
 * @param rows number of spectra that it computes
 */
export async function toldRun<T>(rows: number, run: () => Promise<T>): Promise<T> {
  tell?.({ modelRows: rows });
  try {
    return await run();
  } finally {
    tell?.({ modelRows: null });
  }
}

/** Returns what a message of a thread says of its model; undefined for any other message. */
export function modelRunOf(message: unknown): ModelRun | undefined {
  const isOne = typeof message === 'object' && message !== null && 'modelRows' in message;
  return isOne ? (message as ModelRun) : undefined;
}

/**
 * Milliseconds that a model may take for a batch, and more for each of its rows. A batch of 64 gets 12 s; the
 * bundled model takes less than 1 ms a row.
 */
const PATIENCE = 4_000;
const PATIENCE_A_ROW = 125;

/** The first run may take as long as a whole batch, since the runtime is compiled meanwhile. */
export const SELF_TEST_ROWS = 32;

/**
 * Rows whose time, 12 s, a model may take to open. The largest model allowed took 2.3 s on a busy computer.
 */
export const OPENING_ROWS = 64;

/** Milliseconds after which a model that computes so many rows counts as hung. */
export function modelPatience(rows: number): number {
  return PATIENCE + rows * PATIENCE_A_ROW;
}
