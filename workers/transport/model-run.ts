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
 * Runs a model, and tells the page so, which stops a thread whose model does not finish. The time that a model
 * takes can be judged, other than that of files on a slow drive or of a download.
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

/** A thousand times what a model takes for a spectrum, and still short of half a minute for several. */
const PATIENCE = 4_000;
const PATIENCE_A_ROW = 125;

/** The first run may take as long as a whole batch, since the runtime is compiled meanwhile. */
export const SELF_TEST_ROWS = 32;

/** A model as large as may be takes 2.3 s to open on a busy computer: 12 s are allowed. */
export const OPENING_ROWS = 64;

/** Milliseconds after which a model that computes so many rows counts as hung. */
export function modelPatience(rows: number): number {
  return PATIENCE + rows * PATIENCE_A_ROW;
}
