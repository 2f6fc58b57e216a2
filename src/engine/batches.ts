import type { AcquisitionInput } from '../../workers/spectrum/api';
import type { SpectrumOutcome } from '../core/job/outcome';
import type { Problem } from '../core/problem';

/**
 * Number of spectra in a full batch. Smaller batches cost more messages and more runs of the graph; larger
 * ones occupy a worker, and delay the page's rows, for longer than a fifth of a second.
 */
const FULL_BATCH = 16;
/** Size of the first batches, which are small so that the first rows appear soon. */
const FIRST_BATCH = 4;
/** Number of batches that a worker has at once: one is read while another is computed. */
const BATCHES_A_WORKER = 2;

/**
 * An entry in the order of discovery: an acquisition to be processed, an outcome restored from an earlier
 * run, or an item already settled.
 */
export type Item =
  | {
      readonly kind: 'input';
      readonly input: AcquisitionInput;
      /** Why it is left out, though it is read: it is a calibration spot. Absent for a sample. */
      readonly skipped?: Problem;
    }
  | { readonly kind: 'outcome'; readonly outcome: SpectrumOutcome }
  | {
      readonly kind: 'unread';
      readonly index: number;
      readonly reason: Problem;
      readonly skipped: boolean;
    };

export interface Batch {
  readonly number: number;
  readonly items: readonly Item[];
}

/** The result of an item. */
export type Settled = Exclude<Item, { kind: 'input' }>;

/**
 * Groups work into batches and puts the results back into order: rows are made, and samples numbered, in
 * order of discovery, whichever worker finishes first.
 */
export class Batches {
  readonly #workerCount: () => number;
  readonly #waiting: Item[] = [];
  readonly #done = new Map<number, readonly Settled[]>();
  #made = 0;
  #next = 0;
  #inFlight = 0;

  /** @param workerCount returns the current number of workers, as more may still be starting */
  constructor(workerCount: () => number) {
    this.#workerCount = workerCount;
  }

  /** Number of acquisitions that wait for a worker. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether enough items are waiting to keep all workers busy for a while. */
  get isFull(): boolean {
    return this.#waiting.length >= 2 * FULL_BATCH * this.#workers;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#inFlight === 0 && this.#done.size === 0;
  }

  get #workers(): number {
    return Math.max(1, this.#workerCount());
  }

  add(item: Item): void {
    this.#waiting.push(item);
  }

  /**
   * Returns the next batch to send; null when all workers have enough, or when waiting will fill the batch.
   *
   * @param more whether further items may come
   */
  take(more: boolean): Batch | null {
    if (this.#waiting.length === 0) return null;
    if (this.#inFlight >= BATCHES_A_WORKER * this.#workers) return null;
    const isFirst = this.#made < BATCHES_A_WORKER * this.#workers;
    const size = isFirst ? FIRST_BATCH : more ? FULL_BATCH : this.#lastBatch();
    // An idle worker is worse than a small batch.
    if (this.#waiting.length < size && more && this.#inFlight >= this.#workers) return null;
    this.#inFlight += 1;
    return { number: this.#made++, items: this.#waiting.splice(0, size) };
  }

  /** Divides the last items of a run evenly, so that no worker waits for another's full batch. */
  #lastBatch(): number {
    const share = Math.ceil(this.#waiting.length / this.#workers);
    return Math.max(FIRST_BATCH, Math.min(FULL_BATCH, share));
  }

  /** Takes the results of a batch. */
  finish({ number }: Batch, settled: readonly Settled[]): void {
    this.#inFlight -= 1;
    this.#done.set(number, settled);
  }

  /** Whether the results are there that follow, without a gap, those returned before. */
  get hasNext(): boolean {
    return this.#done.has(this.#next);
  }

  /** @returns the results of the batch that follows those returned before; none while they are not there */
  next(): readonly Settled[] {
    const settled = this.#done.get(this.#next);
    if (settled === undefined) return [];
    this.#done.delete(this.#next++);
    return settled;
  }
}
