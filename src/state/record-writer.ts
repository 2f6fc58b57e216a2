import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { JobChanges } from '../storage/jobs';

/**
 * Writes what changes of a job's record beside the work, which need not wait for the disk: one write at a
 * time, in order, and what changes during one goes into the next as a whole.
 */
export class RecordWriter {
  readonly #save: (changes: JobChanges) => Promise<Result<void, Problem>>;
  readonly #onLost: (reason: Problem) => void;
  #waiting: JobChanges | null = null;
  #writing: Promise<boolean> = Promise.resolve(true);

  /** @param onLost is told why something could not be written */
  constructor(
    save: (changes: JobChanges) => Promise<Result<void, Problem>>,
    onLost: (reason: Problem) => void,
  ) {
    this.#save = save;
    this.#onLost = onLost;
  }

  /** Gives whether it could be written, once that is known. */
  put(changes: JobChanges): Promise<boolean> {
    if (this.#waiting === null) {
      this.#waiting = { ...changes };
      this.#writing = this.#writing.then(() => this.#write());
    } else Object.assign(this.#waiting, changes);
    return this.#writing;
  }

  /** Resolves once all that was put is written, or lost. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<boolean> {
    const changes = this.#waiting ?? {};
    this.#waiting = null;
    const saved = await this.#save(changes);
    if (!saved.ok) this.#onLost(saved.error);
    return saved.ok;
  }
}
