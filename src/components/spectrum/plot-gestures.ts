import type { Attachment } from 'svelte/attachments';
import type { PlotFrame } from '../../state/spectrum/plot-frame';
import type { PlotView } from '../../state/spectrum/plot-view.svelte';

/** Px that a pressed pointer may move without counting as dragged. */
const STILL = 4;
/** Milliseconds after which turning the wheel counts as a new gesture. */
const WHEEL_PAUSE = 250;
/** Zoom for one notch of a wheel, which most mice report as 100 or 120 px. */
const NOTCH = 1.2;

type Drag =
  | { readonly kind: 'select'; readonly start: number }
  | { readonly kind: 'pan' }
  | { readonly kind: 'pinch' };

/**
 * Handles pointers on a plot: the wheel zooms; a mouse marks the range to zoom to; one finger, or the mouse
 * with Shift or on the axis, moves along; two fingers zoom; a double click shows everything.
 *
 * @param frame returns the plot as it is on the screen; null before it was drawn
 */
export function plotGestures(
  view: PlotView,
  frame: () => PlotFrame | null,
): Attachment<HTMLElement> {
  return (element) => {
    const gestures = new PlotGestures(element, view, frame);
    return () => gestures.end();
  };
}

class PlotGestures {
  readonly #element: HTMLElement;
  readonly #view: PlotView;
  readonly #frame: () => PlotFrame | null;
  readonly #ending = new AbortController();
  // [pointer id] the place of each pressed pointer, in px of the plot.
  readonly #pressed = new Map<number, { x: number; y: number }>();
  #drag: Drag | null = null;
  #lastWheel = { at: -Infinity, isOurs: false };

  constructor(element: HTMLElement, view: PlotView, frame: () => PlotFrame | null) {
    this.#element = element;
    this.#view = view;
    this.#frame = frame;
    const { signal } = this.#ending;
    element.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { signal });
    element.addEventListener('pointerup', (event) => this.#release(event), { signal });
    element.addEventListener('pointercancel', (event) => this.#cancel(event), { signal });
    element.addEventListener('pointerleave', (event) => this.#leave(event), { signal });
    element.addEventListener('dblclick', () => view.reset(), { signal });
    // This listens to the whole page, since a turn that began outside scrolls the page.
    const options = { signal, passive: false, capture: true };
    window.addEventListener('wheel', (event) => this.#wheel(event), options);
  }

  end(): void {
    this.#ending.abort();
  }

  #press(event: PointerEvent): void {
    const frame = this.#frame();
    if (frame === null || event.button !== 0) return;
    const place = this.#placeOf(event);
    this.#element.setPointerCapture(event.pointerId);
    this.#pressed.set(event.pointerId, place);
    if (this.#pressed.size === 2) this.#drag = { kind: 'pinch' };
    else if (event.pointerType !== 'mouse' || event.shiftKey || place.y > frame.bottom) {
      this.#drag = { kind: 'pan' };
    } else this.#drag = { kind: 'select', start: place.x };
  }

  #move(event: PointerEvent): void {
    const frame = this.#frame();
    if (frame === null) return;
    const place = this.#placeOf(event);
    const before = this.#pressed.get(event.pointerId);
    if (before === undefined || this.#drag === null) {
      if (event.pointerType === 'mouse') this.#point(frame, place.x);
      return;
    }
    switch (this.#drag.kind) {
      case 'select': {
        const { start } = this.#drag;
        this.#view.selection =
          Math.abs(place.x - start) > STILL ? spanOf(frame, start, place.x) : null;
        this.#point(frame, place.x);
        break;
      }
      case 'pan':
        this.#view.pan(frame.mzOf(before.x) - frame.mzOf(place.x));
        break;
      case 'pinch':
        this.#pinch(frame, event.pointerId, before, place);
        break;
    }
    this.#pressed.set(event.pointerId, place);
  }

  /** Zooms when one of two fingers moves: the m/z under the other one stays. */
  #pinch(
    frame: PlotFrame,
    moved: number,
    before: { readonly x: number },
    now: { readonly x: number },
  ): void {
    const [other] = [...this.#pressed].filter(([id]) => id !== moved).map(([, place]) => place);
    if (other === undefined) return;
    const from = Math.abs(before.x - other.x);
    const to = Math.abs(now.x - other.x);
    if (from < STILL || to < STILL) return;
    this.#view.zoomBy(from / to, frame.mzOf(other.x));
  }

  #release(event: PointerEvent): void {
    const { selection } = this.#view;
    if (this.#drag?.kind === 'select' && selection !== null) this.#view.zoomTo(selection);
    // A tap points at something.
    const frame = this.#frame();
    if (frame !== null && event.pointerType !== 'mouse') {
      this.#point(frame, this.#placeOf(event).x);
    }
    this.#cancel(event);
  }

  #cancel(event: PointerEvent): void {
    this.#view.selection = null;
    this.#pressed.delete(event.pointerId);
    // The remaining finger continues to move along.
    this.#drag = this.#pressed.size === 1 ? { kind: 'pan' } : null;
  }

  #leave(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && this.#pressed.size === 0) this.#view.cursor = null;
  }

  #wheel(event: WheelEvent): void {
    const frame = this.#frame();
    const isHere = event.target instanceof Node && this.#element.contains(event.target);
    const continues = event.timeStamp - this.#lastWheel.at < WHEEL_PAUSE;
    const wasOurs = this.#lastWheel.isOurs;
    // When everything is shown, there is nothing to zoom out to, and the page scrolls.
    const isIdle = this.#view.isWhole && event.deltaY > 0 && event.deltaX === 0;
    const isOurs = frame !== null && isHere && (continues ? wasOurs : !isIdle);
    this.#lastWheel = { at: event.timeStamp, isOurs };
    if (!isOurs) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : 1;
    const [dx, dy] =
      event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    if (Math.abs(dx) > Math.abs(dy)) {
      this.#view.pan((frame.mzOf(dx) - frame.mzOf(0)) * lines);
    } else {
      // Browsers report a touchpad's pinch as a wheel with Ctrl, in much smaller steps.
      const notches = (dy * lines) / (event.ctrlKey ? 20 : 110);
      this.#view.zoomBy(NOTCH ** notches, frame.mzOf(this.#placeOf(event).x));
    }
  }

  #point(frame: PlotFrame, x: number): void {
    this.#view.cursor = x >= frame.left && x <= frame.right ? frame.mzOf(x) : null;
  }

  #placeOf(event: MouseEvent): { x: number; y: number } {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

function spanOf(frame: PlotFrame, a: number, b: number) {
  const [left, right] = a < b ? [a, b] : [b, a];
  return {
    from: frame.mzOf(Math.max(frame.left, left)),
    to: frame.mzOf(Math.min(frame.right, right)),
  };
}
