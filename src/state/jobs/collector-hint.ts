import { freeBuffer } from '../../core/free-buffer';

/** Rows between two hints. A plate needs none. */
const ROWS = 1_000;

/** Bytes of a hint: more than a browser lets its memory grow by before it collects. */
const BYTES = 80_000_000;

/** Milliseconds for which a hint is there: the browser looks at its memory now and then, as its engine needs more. */
const HELD = 50;

/**
 * Has Chromium collect garbage early while a long job runs. It lets garbage lie until its memory is a multiple of what is
 * in use: after a minute of a run of 20,000, its own record had 76 MB of layout and messages that nobody needed any more, and
 * 30 MB of the page's own objects.
 *
 * A hint is a large buffer that is freed soon. Nobody touches it, so it takes addresses and no memory; but it counts, and so
 * a collection begins, which goes on in small steps. Other browsers get none: WebKit stops the page for half a second, to
 * collect all at once. See docs/decisions/0014-rows-as-chunks.md.
 */
export class CollectorHint {
  readonly #isWanted: boolean;
  readonly #allocate: (bytes: number) => ArrayBuffer;
  readonly #free: (buffer: ArrayBuffer) => void;
  #rows = 0;

  /**
   * @param isWanted whether the browser is Chromium, which alone tells a page of its memory
   * @param free frees a buffer in a while
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
