import type { ResultsView } from '../../state/results/results-view.svelte';

/** What a table's cursor needs of the table. */
export interface CursorTable {
  /** Scrolls a row into sight. */
  reveal(position: number): void;
  /** Returns the number of rows that a page key moves by. */
  pageLength(): number;
  /** Called when a row was chosen. */
  opened(): void;
  /** Called when a row is to be marked as reviewed. */
  reviewed(sample: number): void;
}

/** The row that has the focus of a sample table; moves it by keys and pointer. */
export class TableCursor {
  readonly #view: ResultsView;
  readonly #table: CursorTable;
  /** The sample from which the arrow keys move while no panel is open. */
  #sample = $state<number | null>(null);

  constructor(view: ResultsView, table: CursorTable) {
    this.#view = view;
    this.#table = table;
  }

  /** Position of the row in the table; null where there is none. */
  get position(): number | null {
    const { query } = this.#view;
    return this.#view.positionOf(query.sample) ?? this.#view.positionOf(this.#sample);
  }

  /** Moves to a row; an open panel follows. */
  moveTo(position: number): void {
    const view = this.#view;
    const sample = view.rows[Math.max(0, Math.min(position, view.rows.length - 1))];
    if (sample === undefined) return;
    this.#sample = sample.index;
    if (view.query.sample !== null) view.change({ sample: sample.index });
    this.#table.reveal(view.positionOf(sample.index) ?? 0);
  }

  open(sample: number): void {
    this.#sample = sample;
    this.#view.change({ sample });
    this.#table.opened();
  }

  /** Handles a key that was pressed on the table itself. */
  press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A button in the table has its own keys.
    if (event.target !== event.currentTarget) return;
    if (this.#means(event.key)) event.preventDefault();
  }

  /** @returns whether the key has a meaning here */
  #means(key: string): boolean {
    const view = this.#view;
    const at = this.position ?? -1;
    const page = this.#table.pageLength();
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: view.rows.length - 1,
    };
    const step = steps[key];
    const current = view.rows[at];
    if (step !== undefined) this.moveTo(step);
    else if (key === 'Enter' && current !== undefined) this.open(current.index);
    else if (key === 'r' && current !== undefined) this.#table.reviewed(current.index);
    else if (key === 'c' && current !== undefined) view.marks.toggle(current.index);
    else if (key === 'Escape' && view.query.sample !== null) this.#close();
    else return false;
    return true;
  }

  #close(): void {
    this.#sample = this.#view.query.sample;
    this.#view.change({ sample: null });
  }
}
