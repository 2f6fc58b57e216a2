import { untrack } from 'svelte';
import { afterNextPaint } from '../../state/after-next-paint';
import { chooseRows, type ShownRow } from './choose-rows';
import { type RowGeometry, rowsInSight, scrollToReveal, wantedRows } from './row-arithmetic';
import { RowRoom } from './row-room';

interface Table extends RowGeometry {
  /** Position of a row that stays in the document wherever the table is scrolled; null for none. */
  readonly kept: number | null;
  /**
   * Set where the page scrolls and not the table, as on a phone: the pixels at the window's top that something
   * else covers.
   */
  readonly inPage: { readonly covered: number } | null;
}

/**
 * Keeps those rows of a long table in the document that are in sight, a few around them, and the one that has
 * the focus.
 */
export class VirtualRows {
  items = $state.raw<readonly ShownRow[]>([]);
  height = $state.raw(0);
  /** Whether some of the wanted rows are not there yet. */
  isPart = $state.raw(true);
  #table: Table = { count: 0, rowHeight: 1, headHeight: 0, kept: null, inPage: null };
  /** How the table is scrolled, kept here because asking for it could lay the page out once more. */
  #top = 0;
  /** Height of the element that scrolls; null until it was measured. */
  #viewHeight: number | null = null;
  /** Cancels the rows that are not there yet. */
  #stopFilling: () => void = () => undefined;
  readonly #room = new RowRoom();
  readonly #scroller: () => HTMLElement | null;

  /**
   * Must be called while a component is being initialised.
   *
   * @param scroller returns the element that scrolls; null until it is mounted
   */
  constructor(scroller: () => HTMLElement | null, table: () => Table) {
    this.#scroller = scroller;
    $effect(() => () => this.#stopFilling());
    $effect(() => {
      const before = this.#table.count;
      this.#table = table();
      // Rows of a run change the page elsewhere too, so those of a longer table wait until that is drawn.
      const hasRows = untrack(() => this.items.length > 0);
      if (hasRows && this.#table.count > before) this.#room.leave();
      this.height = this.#table.count * this.#table.rowHeight;
      untrack(() => this.#show());
    });
    const isInPage = $derived(table().inPage !== null);
    $effect(() => {
      const element = scroller();
      return element === null ? undefined : this.#watch(element, isInPage);
    });
  }

  /** Scrolls a row into sight. */
  reveal(position: number): void {
    const element = this.#scroller();
    if (element === null) return;
    const { inPage } = this.#table;
    if (inPage !== null) {
      const top = inPage.covered - element.getBoundingClientRect().top;
      const view = { top, height: window.innerHeight - inPage.covered };
      window.scrollBy(0, scrollToReveal(position, view, this.#table) - top);
      return;
    }
    const view = { top: this.#top, height: this.#viewHeight ?? element.clientHeight };
    const top = scrollToReveal(position, view, this.#table);
    if (top !== this.#top) element.scrollTop = top;
  }

  #watch(element: HTMLElement, isInPage: boolean): () => void {
    const scrolled = isInPage ? window : element;
    const onScroll = () => {
      this.#top = isInPage ? -element.getBoundingClientRect().top : element.scrollTop;
      this.#show();
    };
    scrolled.addEventListener('scroll', onScroll, { passive: true });
    let cancel = () => undefined as void;
    // The browser tells the size once it has laid the page out, so that nothing is laid out for the question.
    const observer = new ResizeObserver(() => {
      const isFirst = this.#viewHeight === null;
      this.#viewHeight = isInPage ? window.innerHeight : element.clientHeight;
      // A window that was narrow had the page scrolled, and the table was not.
      this.#top = isInPage ? -element.getBoundingClientRect().top : element.scrollTop;
      // The first rows wait until the table is drawn, so that both are not one long task.
      if (isFirst) cancel = afterNextPaint(() => this.#show());
      else this.#show();
    });
    observer.observe(element);
    // What is above the table may become higher or lower.
    if (isInPage) observer.observe(document.body);
    return () => {
      cancel();
      observer.disconnect();
      scrolled.removeEventListener('scroll', onScroll);
    };
  }

  #show(): void {
    if (this.#viewHeight === null) return;
    this.#stopFilling();
    const { kept } = this.#table;
    const sight = rowsInSight({ top: this.#top, height: this.#viewHeight }, this.#table);
    const wanted = wantedRows(sight, kept, this.#table);
    // Rows come by need: the one with the focus, those in sight from the top, and those around them.
    const needOf = (position: number) => {
      if (position === kept) return -1;
      const isInSight = position >= sight.first && position <= sight.last;
      return isInSight ? position - sight.first : Number.MAX_SAFE_INTEGER;
    };
    const { rows, added, isPart } = chooseRows(wanted, this.items, needOf, this.#room.most);
    this.items = rows;
    this.#room.take(added);
    this.isPart = isPart;
    if (isPart || this.#room.isUsed) this.#stopFilling = afterNextPaint(() => this.#fill(isPart));
  }

  /** Waits for the next frame: rows that are made between two frames are laid out together. */
  #fill(isPart: boolean): void {
    this.#room.renew();
    if (isPart) this.#show();
  }
}
