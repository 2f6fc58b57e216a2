import type { AcquisitionInput } from '../../workers/spectrum/api';
import type { SpectrumOutcome } from '../core/job/outcome';
import type { Problem } from '../core/problem';

/**
 * Spectra of a full batch. Fewer cost more messages and more runs of the graph; more keep a worker
 * from anything else, and the page from its rows, for longer than a fifth of a second.
 */
const FULL_BATCH = 16;
/** The first batches are small, so that the first rows are there soon. */
const FIRST_BATCH = 4;
/** Batches that a worker has at once: one is read while the other is computed. */
const BATCHES_A_WORKER = 2;

/** A place in the order of discovery: to be processed, known from before, or settled already. */
export type Item =
  | { readonly kind: 'input'; readonly input: AcquisitionInput }
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

/** What came of an item. */
export type Settled = Exclude<Item, { kind: 'input' }>;

/**
 * Puts work into batches and their results back into order: whichever worker is done first, rows
 * are made, and samples numbered, in order of discovery.
 */
export class Batches {
  readonly #workerCount: () => number;
  readonly #waiting: Item[] = [];
  readonly #done = new Map<number, readonly Settled[]>();
  #made = 0;
  #next = 0;
  #inFlight = 0;

  /** @param workerCount how many there are now: further ones may still be starting */
  constructor(workerCount: () => number) {
    this.#workerCount = workerCount;
  }

  /** Acquisitions that wait for a worker. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether enough is waiting to keep all workers busy for a while. */
  get isFull(): boolean {
    return this.#waiting.length >= 2 * FULL_BATCH * this.#workers;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#inFlight === 0;
  }

  get #workers(): number {
    return Math.max(1, this.#workerCount());
  }

  add(item: Item): void {
    this.#waiting.push(item);
  }

  /**
   * The next batch to send; null when all workers have enough, or a fuller one is on its way.
   * @param more whether further items may come
   */
  take(more: boolean): Batch | null {
    if (this.#waiting.length === 0) return null;
    if (this.#inFlight >= BATCHES_A_WORKER * this.#workers) return null;
    const isFirst = this.#made < BATCHES_A_WORKER * this.#workers;
    const size = isFirst ? FIRST_BATCH : more ? FULL_BATCH : this.#lastBatch();
    // A worker without work is worse than a small batch.
    if (this.#waiting.length < size && more && this.#inFlight >= this.#workers) return null;
    this.#inFlight += 1;
    return { number: this.#made++, items: this.#waiting.splice(0, size) };
  }

  /** The last of a run are shared out evenly: else a worker would wait for another's full batch. */
  #lastBatch(): number {
    const share = Math.ceil(this.#waiting.length / this.#workers);
    return Math.max(FIRST_BATCH, Math.min(FULL_BATCH, share));
  }

  /** @returns what is settled by now and follows what was settled before */
  finish({ number }: Batch, settled: readonly Settled[]): readonly Settled[] {
    this.#inFlight -= 1;
    this.#done.set(number, settled);
    const inOrder: Settled[] = [];
    for (let next = this.#done.get(this.#next); next; next = this.#done.get(this.#next)) {
      this.#done.delete(this.#next++);
      inOrder.push(...next);
    }
    return inOrder;
  }
}
