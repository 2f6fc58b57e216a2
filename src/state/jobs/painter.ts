type NextFrame = (callback: (now: number) => void) => void;
type Wait = (callback: () => void, milliseconds: number) => void;

/**
 * Shows changes at the pace of the screen: at most once a frame, and not sooner than `pause()` milliseconds
 * after the last time. What need not pause is shown in the frame, and all else in a task of its own after it. In a hidden tab there are no frames and nothing is drawn; the next frame shows the
 * current state.
 */
export class Painter {
  #asked = false;
  /** Whether something changed since what is being prepared. */
  #isBehind = false;
  /** Grows with each paint, so that what was prepared before one is not painted after it. */
  #paints = 0;
  #paintedAt = -Infinity;

  /**
   * @param paint shows the prepared state; where nothing was prepared, the current one
   * @param prepare computes ahead, in tasks of its own, what would make a paint too long; returns null where nothing would
   */
  constructor(
    private readonly paint: () => void,
    private readonly pause: () => number,
    private readonly prepare: () => Promise<void> | null = () => null,
    private readonly nextFrame: NextFrame = (callback) => requestAnimationFrame(callback),
    private readonly wait: Wait = (callback, milliseconds) => setTimeout(callback, milliseconds),
  ) {}

  ask(): void {
    this.#isBehind = true;
    if (this.#asked) return;
    this.#asked = true;
    this.nextFrame((now) => this.#frame(now));
  }

  /** Shows the current state at once, at the end of a job. */
  now(): void {
    this.#paints += 1;
    this.#isBehind = false;
    this.paint();
  }

  #frame(now: number): void {
    const pause = this.pause();
    const early = this.#paintedAt + pause - now;
    if (early > 0) {
      // Requesting each frame until then would make the browser draw each of them.
      this.wait(() => this.nextFrame((later) => this.#frame(later)), early);
      return;
    }
    this.#paintedAt = now;
    this.#isBehind = false;
    const paints = this.#paints;
    const show = () => this.#show(paints);
    const preparing = this.prepare();
    if (preparing !== null) void preparing.then(show);
    else if (pause === 0) show();
    // Within the frame, the browser would lay the page out in the same task.
    else this.wait(show, 0);
  }

  #show(paints: number): void {
    this.#asked = false;
    if (paints === this.#paints) {
      this.#paints += 1;
      this.paint();
    }
    if (this.#isBehind) this.ask();
  }
}
