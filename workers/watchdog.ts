/** The page's clock and timers, or those of a test. */
export interface Timers {
  now(): number;
  set(callback: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

const pageTimers: Timers = {
  now: () => performance.now(),
  set: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Calls back when the watched side was silent for too long. */
export class Watchdog {
  readonly #onSilence: () => void;
  readonly #timers: Timers;
  #timer: unknown = null;

  constructor(onSilence: () => void, timers: Timers = pageTimers) {
    this.#onSilence = onSilence;
    this.#timers = timers;
  }

  /** Notes a sign of life, after which silence is allowed for `patience` milliseconds. */
  watch(patience: number): void {
    this.#wait(patience, true);
  }

  rest(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
  }

  #wait(patience: number, again: boolean): void {
    this.rest();
    if (!Number.isFinite(patience)) return;
    const due = this.#timers.now() + patience;
    this.#timer = this.#timers.set(() => {
      this.#timer = null;
      // If the computer slept, or the page was suspended, the watched side had no time either, so it waits
      // again.
      const isLate = this.#timers.now() - due > patience / 4;
      if (isLate && again) this.#wait(patience, false);
      else this.#onSilence();
    }, patience);
  }
}
