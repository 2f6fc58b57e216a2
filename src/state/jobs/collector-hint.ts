import { freeBuffer } from '../../core/free-buffer';

/** Rows between two hints. A plate needs none. */
const ROWS = 1_000;

/** Bytes of a hint: more than a browser lets its memory grow by before it collects. */
const BYTES = 80_000_000;

/** Milliseconds until a hint is freed. The browser counts its memory only now and then, and must find the hint there. */
const HELD = 50;

/**
 * Has Chromium collect garbage early while a long job runs. By itself it waits until its memory is a multiple of what is
 * in use: after a minute of a run of 20,000, its own record showed 76 MB of layout and messages that nobody needed any more,
 * and 30 MB of the page's own objects.
 *
 * A hint is a large buffer that is freed soon. Nobody writes to it, so it takes addresses and no memory. Chromium counts it
 * all the same, and begins a collection, which it does in small steps. Other browsers get no hint: WebKit would collect all
 * at once, and stop the page for half a second. See docs/decisions/0014-rows-as-chunks.md.
 */
export class CollectorHint {
  readonly #isWanted: boolean;
  readonly #allocate: (bytes: number) => ArrayBuffer;
  readonly #free: (buffer: ArrayBuffer) => void;
  #rows = 0;

  /**
   * @param isWanted whether the browser is Chromium: only Chromium tells a page how much memory it has
   * @param free frees a buffer a little later
   */
  constructor(
    isWanted = 'memory' in performance,
    allocate = (bytes: number) => new ArrayBuffer(bytes),
    free = (buffer: ArrayBuffer) => void setTimeout(() => freeBuffer(buffer), HELD),
  ) {
    this.#isWanted = isWanted;
    this.#allocate = allocate;
    this.#free = free;
  }

  /** Takes note of so many new rows. */
  note(rows: number): void {
    if (!this.#isWanted) return;
    this.#rows += rows;
    if (this.#rows < ROWS) return;
    this.#rows = 0;
    try {
      this.#free(this.#allocate(BYTES));
    } catch {
      // A browser that has no room for it is short of memory, and collects by itself.
    }
  }
}
