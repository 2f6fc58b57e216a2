import { fitRange, panRange, widthOf, zoomRange, type MzRange } from './mz-range';

/** Step of a key or button, as a share of the visible range. */
const PAN_STEP = 0.2;
const ZOOM_STEP = 1.5;
const MAGNIFY_STEP = 1.5;
/**
 * Largest magnification: the smallest listed peaks are three times the noise, a thousandth of the highest.
 */
const MAX_MAGNIFY = 1_000;

/** The visible part of a plot. It outlives the spectrum, so that the next one is shown in the same way. */
export class PlotView {
  /** The visible range; null for all. */
  #range = $state.raw<MzRange | null>(null);
  #whole = $state.raw<MzRange>({ from: 2_000, to: 20_000 });
  /** Magnification of the peaks' height. */
  magnify = $state.raw(1);
  /** m/z of the cross-hair; null for none. */
  cursor = $state.raw<number | null>(null);
  /** The range that a person is marking to zoom to; null for none. */
  selection = $state.raw<MzRange | null>(null);

  readonly range: MzRange = $derived(
    this.#range === null ? this.#whole : fitRange(this.#range, this.#whole),
  );
  readonly isWhole = $derived(widthOf(this.range) === widthOf(this.#whole));

  get whole(): MzRange {
    return this.#whole;
  }

  /** Adapts the view to another spectrum. */
  showWhole(whole: MzRange): void {
    this.#whole = whole;
  }

  zoomTo(range: MzRange): void {
    this.#range = fitRange(range, this.#whole);
  }

  /**
   * @param factor below 1 to zoom in
   * @param at m/z that stays at its place
   */
  zoomBy(factor: number, at: number = this.cursorOrCentre()): void {
    const range = zoomRange(this.range, this.#whole, factor, at);
    // A plot that shows everything shows all of the next spectrum too.
    this.#range = widthOf(range) >= widthOf(this.#whole) ? null : range;
  }

  zoomIn(): void {
    this.zoomBy(1 / ZOOM_STEP);
  }

  zoomOut(): void {
    this.zoomBy(ZOOM_STEP);
  }

  /** @param by distance, Da */
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

  /** Moves the cross-hair to an m/z and makes it visible. */
  moveCursor(mz: number): void {
    this.cursor = mz;
    const { from, to } = this.range;
    if (mz < from || mz > to) this.pan(mz - (from + to) / 2);
  }

  /** Returns the m/z that the keyboard zooms to: the cross-hair if visible, or else the middle. */
  cursorOrCentre(): number {
    const { from, to } = this.range;
    const { cursor } = this;
    return cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2;
  }
}
