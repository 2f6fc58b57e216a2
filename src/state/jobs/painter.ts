type NextFrame = (callback: (now: number) => void) => void;
type Wait = (callback: () => void, milliseconds: number) => void;

/**
 * Shows changes at the pace of the screen: at most once a frame, and not sooner than `pause()` milliseconds
 * after the last time. In a hidden tab there are no frames and nothing is drawn; the next frame shows the
 * current state.
 */
export class Painter {
  #asked = false;
  #paintedAt = -Infinity;

  constructor(
    private readonly paint: () => void,
    private readonly pause: () => number,
    private readonly nextFrame: NextFrame = (callback) => requestAnimationFrame(callback),
    private readonly wait: Wait = (callback, milliseconds) => setTimeout(callback, milliseconds),
  ) {}

  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.nextFrame((now) => this.#frame(now));
  }

  /** Shows the current state at once, at the end of a job. */
  now(): void {
    this.paint();
  }

  #frame(now: number): void {
    const early = this.#paintedAt + this.pause() - now;
    if (early > 0) {
      // Requesting each frame until then would make the browser draw each of them.
      this.wait(() => this.nextFrame((later) => this.#frame(later)), early);
      return;
    }
    this.#asked = false;
    this.#paintedAt = now;
    this.paint();
  }
}
