import { tick, untrack } from 'svelte';
import type { ResultsView } from '../../state/results/results-view.svelte';
import { TableCursor } from './table-cursor.svelte';
import { VirtualRows } from './virtual-rows.svelte';

/** Height of the counts, which stay at the top of a phone while its table is read. */
const COVERED = 64;

interface TableShape {
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Whether the page scrolls and not the table. */
  readonly inPage: boolean;
}

interface TableParts {
  /** Returns the table's element; null until it is mounted. */
  grid(): HTMLElement | null;
  shape(): TableShape;
  /** Called when a row was chosen. */
  opened(): void;
  /** Called when a row is to be marked as reviewed. */
  reviewed(sample: number): void;
}

/** The rows of a sample table: those in the document, and the one that has the focus. */
export class TableRows {
  readonly cursor: TableCursor;
  readonly shown: VirtualRows;
  readonly #view: ResultsView;
  readonly #parts: TableParts;

  /** Must be called while a component is being initialised. */
  constructor(view: ResultsView, parts: TableParts) {
    this.#view = view;
    this.#parts = parts;
    this.cursor = new TableCursor(view, {
      reveal: (position) => this.#reveal(position),
      pageLength: () => this.#pageLength(),
      opened: () => parts.opened(),
      reviewed: (sample) => parts.reviewed(sample),
    });
    this.shown = new VirtualRows(
      () => parts.grid(),
      () => {
        const { rowHeight, headHeight, inPage } = parts.shape();
        return {
          count: view.rows.length,
          rowHeight,
          headHeight,
          kept: this.active,
          inPage: inPage ? { covered: COVERED } : null,
        };
      },
    );
    // An open panel takes room and rows become higher, but the chosen row must stay in sight.
    $effect(() => {
      void parts.shape();
      void view.query.sample;
      void tick().then(() => {
        const position = untrack(() => this.active);
        if (position !== null) this.#reveal(position);
      });
    });
  }

  /** Position of the row that has the focus; null where there is none. */
  get active(): number | null {
    return this.cursor.position;
  }

  focus(): void {
    const grid = this.#parts.grid();
    grid?.focus({ preventScroll: true });
    if (this.#parts.shape().inPage) this.#reveal(this.active ?? 0);
    else grid?.scrollIntoView({ block: 'nearest' });
  }

  #reveal(position: number): void {
    // On a phone an open panel is below the table, and is what is read.
    if (this.#parts.shape().inPage && this.#view.query.sample !== null) return;
    this.shown.reveal(position);
  }

  #pageLength(): number {
    const { rowHeight, headHeight, inPage } = this.#parts.shape();
    const height = inPage
      ? window.innerHeight - COVERED
      : (this.#parts.grid()?.clientHeight ?? 0) - headHeight;
    return Math.max(1, Math.floor(height / rowHeight) - 1);
  }
}
