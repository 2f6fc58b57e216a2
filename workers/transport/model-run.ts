import { threadTimers, type Timers } from './timers';

/** What a thread tells while its model computes, when it can answer nothing else. */
export interface ModelRun {
  /** Rows that the model began to compute; null: it has finished. */
  readonly modelRows: number | null;
}

/**
 * Milliseconds for which what was told holds. A model computes a few spectra in some milliseconds: to tell each time
 * would be most of all messages, which leave garbage on the page's thread.
 */
const HOLDS = 1_000;
/** Milliseconds without a run after which a thread tells that its model has finished. */
const QUIET = 250;

let teller: ModelRunTeller | null = null;

/** Has this thread tell when its model computes, and when it has finished. */
export function tellModelRuns(post: (run: ModelRun) => void): void {
  teller = new ModelRunTeller(post);
}

/**
 * Runs a model and tells the page, so that the page can stop a thread whose model does not finish. Only a model's
 * time can be limited: a slow drive or a download may take as long as it needs.
 *
 * @param rows number of spectra that it computes
 */
export async function toldRun<T>(rows: number, run: () => Promise<T>): Promise<T> {
  return teller === null ? run() : teller.run(rows, run);
}

/** Tells a thread's runs of its model: at most once a second, however many there are. */
export class ModelRunTeller {
  readonly #post: (run: ModelRun) => void;
  readonly #timers: Timers;
  /** What was told last. */
  #told: number | null = null;
  #toldAt = 0;
  #running = 0;
  #endedAt = 0;
  /** Whether the end of the last run is still to be told. */
  #isEnding = false;

  constructor(post: (run: ModelRun) => void, timers: Timers = threadTimers) {
    this.#post = post;
    this.#timers = timers;
  }

  async run<T>(rows: number, run: () => Promise<T>): Promise<T> {
    this.#running += 1;
    const isKnown =
      this.#told !== null && rows <= this.#told && this.#timers.now() - this.#toldAt < HOLDS;
    if (!isKnown) this.#tell(rows);
    try {
      return await run();
    } finally {
      this.#running -= 1;
      this.#endedAt = this.#timers.now();
      this.#end(QUIET);
    }
  }

  /** Tells that the model has finished, unless another run begins meanwhile. */
  #end(wait: number): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#timers.set(() => {
      this.#isEnding = false;
      // The end of a run that is under way waits anew.
      if (this.#running > 0) return;
      const left = QUIET - (this.#timers.now() - this.#endedAt);
      if (left > 0) this.#end(left);
      else this.#tell(null);
    }, wait);
  }

  #tell(modelRows: number | null): void {
    this.#told = modelRows;
    this.#toldAt = this.#timers.now();
    this.#post({ modelRows });
  }
}

/** Returns what a message of a thread says of its model; undefined for any other message. */
export function modelRunOf(message: unknown): ModelRun | undefined {
  const isOne = typeof message === 'object' && message !== null && 'modelRows' in message;
  return isOne ? (message as ModelRun) : undefined;
}

/**
 * Milliseconds that a model may take for a batch, and more for each of its rows. A batch of 64 gets 13 s; the
 * bundled model takes less than 1 ms a row.
 */
const PATIENCE = 4_000 + HOLDS;
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
