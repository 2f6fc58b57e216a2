import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';
import { afterNextPaint } from '../../state/after-next-paint';
import { chooseRows, type ShownRow } from './choose-rows';

interface RowGeometry {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the sticky head, which covers the first rows. */
  readonly headHeight: number;
  /** Position of a row that stays in the document wherever the table is scrolled; null for none. */
  readonly kept: number | null;
}

/** Most new rows in one frame: a whole screen of them would take several frames. */
const NEW_ROWS = 6;

/**
 * Keeps those rows of a long table in the document that are in sight, a few around them, and the one that has
 * the focus. Connects the library to Svelte.
 */
export class VirtualRows {
  items = $state.raw<readonly ShownRow[]>([]);
  height = $state.raw(0);
  /** Whether some of the wanted rows are not there yet. */
  isPart = $state.raw(true);
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  /** Cancels the rows that are not there yet. */
  #stopFilling: () => void = () => undefined;
  /** Number of new rows that this frame may still add. */
  #room = NEW_ROWS;
  #isMeasured = false;
  #kept: number | null = null;

  /**
   * Must be called while a component is being initialised.
   *
   * @param scroller returns the element that scrolls; null until it is mounted
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
    $effect(() => () => this.#stopFilling());
    $effect(() => {
      const { count, rowHeight, headHeight, kept } = geometry();
      const isThere = scroller() !== null;
      untrack(() => this.#update(count, rowHeight, headHeight, kept));
      // Measuring it before it is drawn would lay it out at once without its rows, and then a second time
      // with them in the same task.
      if (isThere && !this.#isMeasured) return afterNextPaint(() => this.#measure());
    });
  }

  /** Scrolls a row into sight. */
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
      // Each row is laid out whenever the table moves, and the garbage of that adds up.
      overscan: 3,
      rangeExtractor: (range) => {
        const rows = defaultRangeExtractor(range);
        return kept === null || kept >= count || rows.includes(kept)
          ? rows
          : [...rows, kept].sort((a, b) => a - b);
      },
      onChange: () => this.#show(),
    });
    this.#kept = kept;
    if (resized) virtualizer.measure();
    if (!this.#isMeasured) return;
    virtualizer._willUpdate();
    this.#show();
  }

  #measure(): void {
    this.#isMeasured = true;
    this.#virtualizer._willUpdate();
    this.#show();
  }

  #show(): void {
    this.#stopFilling();
    const wanted = this.#virtualizer.getVirtualItems();
    const needOf = (position: number) => this.#needOf(position);
    // There is always room for the most needed row, which may be the one with the focus.
    const { rows, added, isPart } = chooseRows(wanted, this.items, needOf, Math.max(1, this.#room));
    // Until the table has a size, no row is wanted and all of them are missing.
    const isWithoutPlace = wanted.length === 0 && this.#virtualizer.options.count > 0;
    this.items = rows;
    this.#room -= added;
    this.isPart = isPart || isWithoutPlace;
    if (isPart || added > 0) this.#stopFilling = afterNextPaint(() => this.#fill(isPart));
    this.height = this.#virtualizer.getTotalSize();
  }

  /** Waits for the next frame: rows that are made between two frames are laid out together. */
  #fill(isPart: boolean): void {
    this.#room = NEW_ROWS;
    if (isPart) this.#show();
  }

  /**
   * Orders rows by need: the one with the focus, then those in sight from the top, then those around them.
   */
  #needOf(position: number): number {
    if (position === this.#kept) return -1;
    const { startIndex = 0, endIndex = 0 } = this.#virtualizer.range ?? {};
    const isInSight = position >= startIndex && position <= endIndex;
    return isInSight ? position - startIndex : Number.MAX_SAFE_INTEGER;
  }
}
