/** Most new rows in one frame: a whole screen of them would take several frames. */
const NEW_ROWS = 6;

/** Counts how many new rows the document may still have in this frame. */
export class RowRoom {
  #left = NEW_ROWS;

  /** There is always room for the most needed row, which may be the one with the focus. */
  get most(): number {
    return Math.max(1, this.#left);
  }

  /** Whether a later frame has more room than this one. */
  get isUsed(): boolean {
    return this.#left < NEW_ROWS;
  }

  take(rows: number): void {
    this.#left -= rows;
  }

  /** Leaves this frame to what else it has to draw. */
  leave(): void {
    this.#left = 0;
  }

  /** Begins another frame. */
  renew(): void {
    this.#left = NEW_ROWS;
  }
}
