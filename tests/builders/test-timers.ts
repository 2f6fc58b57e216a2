import type { Timers } from '../../workers/transport/timers';

/** Timers whose time passes only when a test says so. */
export class TestTimers implements Timers {
  #now = 0;
  readonly #waiting = new Map<number, { due: number; callback: () => void }>();
  #made = 0;

  now = () => this.#now;

  set(callback: () => void, milliseconds: number): number {
    this.#waiting.set(++this.#made, { due: this.#now + milliseconds, callback });
    return this.#made;
  }

  clear(timer: unknown): void {
    this.#waiting.delete(timer as number);
  }

  get pending(): number {
    return this.#waiting.size;
  }

  elapse(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Advances the time until the next timer is due, and then by so many milliseconds more. */
  pass(late = 0): void {
    const next = [...this.#waiting].sort(([, a], [, b]) => a.due - b.due)[0];
    if (next === undefined) return;
    const [key, { due, callback }] = next;
    this.#waiting.delete(key);
    this.#now = Math.max(this.#now, due) + late;
    callback();
  }
}
