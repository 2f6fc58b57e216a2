import { fitRange, panRange, widthOf, zoomRange, type MzRange } from './mz-range';

/** A step of the keyboard or a button: so much of what is in view. */
const PAN_STEP = 0.2;
const ZOOM_STEP = 1.5;
const MAGNIFY_STEP = 1.5;
/** The smallest peaks that can be listed are three times the noise, a thousandth of the highest. */
const MAX_MAGNIFY = 1_000;

/** What part of a plot a person looks at. It outlives the spectrum: the next one is shown alike. */
export class PlotView {
  /** Null: all of it. */
  #range = $state.raw<MzRange | null>(null);
  #whole = $state.raw<MzRange>({ from: 2_000, to: 20_000 });
  /** How much taller than fits peaks are drawn. */
  magnify = $state.raw(1);
  /** Where the cross-hair stands; null: nowhere. */
  cursor = $state.raw<number | null>(null);
  /** What is being drawn up to zoom to it; null: nothing. */
  selection = $state.raw<MzRange | null>(null);

  readonly range: MzRange = $derived(
    this.#range === null ? this.#whole : fitRange(this.#range, this.#whole),
  );
  readonly isWhole = $derived(widthOf(this.range) === widthOf(this.#whole));

  get whole(): MzRange {
    return this.#whole;
  }

  /** Another spectrum comes into view. */
  showWhole(whole: MzRange): void {
    this.#whole = whole;
  }

  zoomTo(range: MzRange): void {
    this.#range = fitRange(range, this.#whole);
  }

  /** @param factor below 1 to see less; @param at what stays where it is */
  zoomBy(factor: number, at: number = this.cursorOrCentre()): void {
    const range = zoomRange(this.range, this.#whole, factor, at);
    // Seen whole, a plot shows the whole of the next spectrum too.
    this.#range = widthOf(range) >= widthOf(this.#whole) ? null : range;
  }

  zoomIn(): void {
    this.zoomBy(1 / ZOOM_STEP);
  }

  zoomOut(): void {
    this.zoomBy(ZOOM_STEP);
  }

  /** @param by Da */
  pan(by: number): void {
    if (this.#range !== null) this.#range = panRange(this.range, this.#whole, by);
  }

  panStep(direction: 1 | -1): void {
    this.pan(direction * PAN_STEP * widthOf(this.range));
  }

  magnifyStep(direction: 1 | -1): void {
    const magnify = this.magnify * MAGNIFY_STEP ** direction;
    this.magnify = Math.min(MAX_MAGNIFY, Math.max(1, magnify));
  }

  reset(): void {
    this.#range = null;
    this.magnify = 1;
  }

  /** Puts the cross-hair on an m/z and brings it into view. */
  moveCursor(mz: number): void {
    this.cursor = mz;
    const { from, to } = this.range;
    if (mz < from || mz > to) this.pan(mz - (from + to) / 2);
  }

  /** What the keyboard zooms to: the cross-hair where it is in view, else the middle. */
  cursorOrCentre(): number {
    const { from, to } = this.range;
    const { cursor } = this;
    return cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2;
  }
}
