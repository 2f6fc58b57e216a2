/**
 * Estimates how many spectra of an input still wait. A directory, such as that of a zip, announces how many it
 * has. A stream does not: while it has a full queue behind it, it is expected to bring as many again as it
 * has brought.
 */
export class ExpectedWork {
  #announced = 0;
  #done = 0;

  announce(spectra: number): void {
    this.#announced += spectra;
  }

  /** Counts spectra that were listed. */
  list(spectra: number): void {
    this.#announced = Math.max(0, this.#announced - spectra);
  }

  /** Counts spectra that were computed. */
  finish(spectra: number): void {
    this.#done += spectra;
  }

  /**
   * @param queued spectra that were listed and wait for a thread
   * @param isFull whether so many of them wait that the listing pauses
   */
  waiting(queued: number, isFull: boolean): number {
    const expected = this.#announced === 0 && isFull ? this.#done : 0;
    return queued + this.#announced + expected;
  }
}
