import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

interface RowGeometry {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the sticky head, which covers the first rows. */
  readonly headHeight: number;
  /** Position of a row that stays in the document wherever the table is scrolled; or null. */
  readonly kept: number | null;
}

/** Rows that are made in the first task; each further one doubles what there may be. */
const FIRST_ROWS = 8;
/** More than any screen shows. */
const ALL_ROWS = 512;

/**
 * The rows of a long table that are in the document: those in sight, a few around them, and one
 * that is kept because it has the focus. Binds the library to Svelte.
 */
export class VirtualRows {
  items = $state.raw<readonly VirtualItem[]>([]);
  height = $state.raw(0);
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  /** A new table's rows come in several tasks: all at once would hold up the page by two frames or more. */
  #limit = FIRST_ROWS;
  #growing: ReturnType<typeof setTimeout> | undefined;

  /**
   * Call it while a component is being made.
   * @param scroller the element that scrolls; null until it is mounted
   */
  constructor(scroller: () => HTMLElement | null, geometry: () => RowGeometry) {
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      getScrollElement: scroller,
      estimateSize: () => 1,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#show(),
    });
    $effect(() => this.#virtualizer._didMount());
    $effect(() => () => clearTimeout(this.#growing));
    $effect(() => {
      const { count, rowHeight, headHeight, kept } = geometry();
      scroller();
      untrack(() => this.#update(count, rowHeight, headHeight, kept));
    });
  }

  /** Brings a row into sight if it is not. */
  reveal(position: number): void {
    this.#virtualizer.scrollToIndex(position, { align: 'auto' });
  }

  #update(count: number, rowHeight: number, headHeight: number, kept: number | null): void {
    const virtualizer = this.#virtualizer;
    const resized = virtualizer.options.estimateSize(0) !== rowHeight;
    virtualizer.setOptions({
      ...virtualizer.options,
      count,
      estimateSize: () => rowHeight,
      scrollPaddingStart: headHeight,
      overscan: 6,
      rangeExtractor: (range) => {
        const rows = defaultRangeExtractor(range);
        return kept === null || kept >= count || rows.includes(kept)
          ? rows
          : [...rows, kept].sort((a, b) => a - b);
      },
      onChange: () => this.#show(),
    });
    if (resized) virtualizer.measure();
    virtualizer._willUpdate();
    this.#show();
  }

  #grow(): void {
    this.#growing = undefined;
    this.#limit = Math.min(2 * this.#limit, ALL_ROWS);
    this.#show();
  }

  #show(): void {
    const items = this.#virtualizer.getVirtualItems();
    this.items = items.length > this.#limit ? items.slice(0, this.#limit) : items;
    if (items.length > this.#limit) this.#growing ??= setTimeout(() => this.#grow());
    this.height = this.#virtualizer.getTotalSize();
  }
}
