import type { ArchiveStep, ListedSteps } from '../api';

/** Number of acquisitions of a source from which on the rest of a listing is asked for ahead. */
export const MANY_ACQUISITIONS = 2_000;
/** Number of steps in one answer that waits: some fifty kilobytes. */
export const STEPS_AHEAD = 128;

interface Listing {
  /** Asks the thread for the next steps. */
  readonly ask: (max: number) => Promise<ListedSteps>;
  /** Decodes an answer. */
  readonly decode: (answer: ListedSteps) => readonly ArchiveStep[];
  /** Is called once all that is listed is here, and the thread holds nothing of it. */
  readonly onEnd: () => void;
}

/**
 * The steps of one listing, at the pace of their reader. Of a large source whose steps only refer to files, all are
 * asked for at once and wait here in the buffers in which they came: the archive's thread keeps tens of megabytes
 * for them as long as it lives, and can then end.
 */
export class StepsAhead {
  readonly #listing: Listing;
  readonly #waiting: ListedSteps[] = [];
  /** Steps of an answer that was decoded. */
  #decoded: ArchiveStep[] = [];
  #isAhead = false;
  #isOver = false;
  #fault: { readonly error: unknown } | null = null;
  #arrived: () => void = () => undefined;

  constructor(listing: Listing) {
    this.#listing = listing;
  }

  /**
   * @returns the next steps, `max` at most; none when the listing has ended
   * @throws what asking the thread has thrown
   */
  async next(max: number): Promise<readonly ArchiveStep[]> {
    if (this.#decoded.length === 0) {
      const answer = await this.#nextAnswer(max);
      this.#decoded = answer === null ? [] : [...this.#listing.decode(answer)];
      if (this.#isEager(answer)) this.#readAhead();
    }
    return this.#decoded.splice(0, max);
  }

  /** Asks for nothing more. */
  stop(): void {
    this.#isOver = true;
    this.#waiting.length = 0;
    this.#arrived();
  }

  /** Returns the answer that waits longest, or that comes next; null after the last one. */
  async #nextAnswer(max: number): Promise<ListedSteps | null> {
    for (;;) {
      const first = this.#waiting.shift();
      if (first !== undefined) return first;
      if (this.#fault !== null) throw this.#fault.error;
      if (this.#isOver) return null;
      if (!this.#isAhead) return this.#listing.ask(max);
      await new Promise<void>((resolve) => (this.#arrived = resolve));
    }
  }

  /** Whether what was just decoded announces a large source of which the thread holds nothing. */
  #isEager(answer: ListedSteps | null): boolean {
    if (this.#isAhead || this.#isOver || answer === null || answer.holds) return false;
    return this.#decoded.some(
      (step) => step.kind === 'ahead' && step.acquisitions >= MANY_ACQUISITIONS,
    );
  }

  #readAhead(): void {
    this.#isAhead = true;
    void this.#readOn()
      .catch((error: unknown) => (this.#fault = { error }))
      .then(() => {
        this.#isAhead = false;
        this.#arrived();
      });
  }

  /** Asks for all that follows, or up to an answer whose bytes the thread holds: the rest comes at the reader's pace. */
  async #readOn(): Promise<void> {
    for (let answer; (answer = await this.#listing.ask(STEPS_AHEAD)).steps > 0;) {
      if (this.#isOver) return;
      this.#waiting.push(answer);
      this.#arrived();
      if (answer.holds) return;
    }
    if (this.#isOver) return;
    this.#isOver = true;
    this.#listing.onEnd();
  }
}
