import type { Problem } from '../../../src/core/problem';
import type { Result } from '../../../src/core/result';
import { MODEL_HUNG } from '../../worker-client';

/** Number of spectra in a row, each alone in a new worker, over which a model that hangs is given up. */
const MOST = 3;

/** Counts the spectra in a row over which a model hung. */
export class Hangs {
  #inARow = 0;

  get isGivenUp(): boolean {
    return this.#inARow >= MOST;
  }

  /** Notes how a worker fared with a spectrum that it got alone. */
  note(alone: Result<unknown, Problem>): void {
    this.#inARow = !alone.ok && alone.error === MODEL_HUNG ? this.#inARow + 1 : 0;
  }

  /** For another model. */
  forget(): void {
    this.#inARow = 0;
  }
}
