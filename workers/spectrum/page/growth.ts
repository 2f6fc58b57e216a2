/**
 * Milliseconds of a core that another compute thread costs until it takes work: its script, onnxruntime and
 * the model. Measured in docs/decisions/0015-compute-threads.md.
 */
const START = 1_200;
/** How many times its start another thread has to save, since the work is a guess. */
const MARGIN = 1.5;
/** Number of spectra after which the code is compiled well enough for their time to be that of the others. */
const MEASURED = 32;

/**
 * Returns the largest number of compute threads on a computer. Four are enough to keep up with the one thread
 * that unpacks a .tar.gz, and each takes some 60 MB with its model. From four cores on, one is left to the page
 * and the thread that unpacks; on two, the page has little to do while a long run is computed.
 */
export function defaultPoolSize(cores: number | undefined): number {
  if (cores === undefined) return 2;
  return Math.min(Math.max(cores, 1), Math.max(2, cores - 1), 4);
}

/**
 * Decides whether another compute thread pays its start. With n threads the work takes work / n; with one
 * more, (work + start) / (n + 1), since the start takes a core from the others where none is free. That is
 * less once the work is more than n starts. A plate never reaches it.
 *
 * @param waiting spectra that wait, known or expected
 * @param time milliseconds of a thread for a spectrum, as measured in this run; null before that
 * @param threads number of compute threads that work
 */
export function paysAnotherThread(waiting: number, time: number | null, threads: number): boolean {
  return time !== null && waiting * time > MARGIN * START * threads;
}

/** Measures how long a thread takes for a spectrum. Its times are of any clock, in milliseconds. */
export class Pace {
  /** [thread] the time since which it has computed nothing but what it was sent; absent while it loads. */
  readonly #freeSince = new WeakMap<object, number>();
  #spectra = 0;
  #best = Infinity;

  /** Milliseconds for a spectrum in the fastest batch; null until enough spectra were measured. */
  get time(): number | null {
    return this.#spectra < MEASURED ? null : this.#best;
  }

  /** Notes that a thread has its model now. */
  open(thread: object, now: number): void {
    this.#freeSince.set(thread, now);
  }

  /** Notes that a thread loads a model. */
  close(thread: object): void {
    this.#freeSince.delete(thread);
  }

  /** Notes an answer. Its batch had the thread from its sending, or from the answer before it. */
  note(thread: object, sent: number, now: number, spectra: number): void {
    const freeSince = this.#freeSince.get(thread);
    if (freeSince === undefined) return;
    this.#freeSince.set(thread, now);
    if (spectra === 0) return;
    this.#spectra += spectra;
    this.#best = Math.min(this.#best, (now - Math.max(sent, freeSince)) / spectra);
  }

  /** Measures anew, for another job. */
  reset(): void {
    this.#spectra = 0;
    this.#best = Infinity;
  }
}
