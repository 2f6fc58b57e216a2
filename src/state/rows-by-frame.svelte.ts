import { afterNextPaint } from './after-next-paint';

/** Shows rows a few more in each frame: all of them at once would be one long task. Made in a component. */
export class RowsByFrame<Row> {
  #count = $state(0);
  readonly #rows: () => readonly Row[];

  /**
   * @param perFrame number of rows that one frame makes
   * @param begins reads what begins with the first rows again when it changes
   */
  constructor(rows: () => readonly Row[], perFrame: number, begins: () => void) {
    this.#rows = rows;
    this.#count = perFrame;
    $effect.pre(() => {
      begins();
      this.#count = perFrame;
    });
    $effect(() => {
      // Each step asks for the next one.
      if (this.isPart) return afterNextPaint(() => (this.#count += perFrame));
    });
  }

  get shown(): readonly Row[] {
    return this.#rows().slice(0, this.#count);
  }

  /** Whether some rows are still to be made. */
  get isPart(): boolean {
    return this.#count < this.#rows().length;
  }
}
