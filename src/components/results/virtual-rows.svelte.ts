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
  /** Position of a row that stays in the document wherever the table is scrolled; or null. */
  readonly kept: number | null;
}

/** New rows that are made in a frame: a whole screen of them would hold up the page by several. */
const NEW_ROWS = 6;

/**
 * The rows of a long table that are in the document: those in sight, a few around them, and one
 * that is kept because it has the focus. Binds the library to Svelte.
 */
export class VirtualRows {
  items = $state.raw<readonly ShownRow[]>([]);
  height = $state.raw(0);
  /** Whether rows that are wanted are still to come. */
  isPart = $state.raw(true);
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  /** Calls off the rows that are still to come. */
  #stopFilling: () => void = () => undefined;
  /** New rows that this frame may still have. */
  #room = NEW_ROWS;
  #isMeasured = false;
  #kept: number | null = null;

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
    $effect(() => () => this.#stopFilling());
    $effect(() => {
      const { count, rowHeight, headHeight, kept } = geometry();
      const isThere = scroller() !== null;
      untrack(() => this.#update(count, rowHeight, headHeight, kept));
      // To ask how large it is before it is drawn would have it laid out at once, without its rows, and then
      // with them a second time in the same task.
      if (isThere && !this.#isMeasured) return afterNextPaint(() => this.#measure());
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
      // Each is laid out whenever the table moves, and what that leaves behind adds up.
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
    // The one that is needed most has room each time: it may be the one with the focus.
    const { rows, added, isPart } = chooseRows(wanted, this.items, needOf, Math.max(1, this.#room));
    // Before the table's place has a size no row is wanted, and all of them are still to come.
    const isWithoutPlace = wanted.length === 0 && this.#virtualizer.options.count > 0;
    this.items = rows;
    this.#room -= added;
    this.isPart = isPart || isWithoutPlace;
    if (isPart || added > 0) this.#stopFilling = afterNextPaint(() => this.#fill(isPart));
    this.height = this.#virtualizer.getTotalSize();
  }

  /** Not sooner: rows that are made between two frames are laid out together. */
  #fill(isPart: boolean): void {
    this.#room = NEW_ROWS;
    if (isPart) this.#show();
  }

  /** The row that has the focus, then those in sight, from the top, then those around them. */
  #needOf(position: number): number {
    if (position === this.#kept) return -1;
    const { startIndex = 0, endIndex = 0 } = this.#virtualizer.range ?? {};
    const isInSight = position >= startIndex && position <= endIndex;
    return isInSight ? position - startIndex : Number.MAX_SAFE_INTEGER;
  }
}
