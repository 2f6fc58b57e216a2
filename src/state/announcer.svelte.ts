/** The text of the page's one polite live region, which screen readers read out. */
export class Announcer {
  message = $state.raw('');
  #spokenAt = -Infinity;

  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  say(message: string): void {
    this.#spokenAt = this.#now();
    this.message = message;
  }

  /**
   * Announces something that changes all the time, unless something was announced in the last `pause`
   * milliseconds.
   */
  sayNowAndThen(message: string, pause = 15_000): void {
    if (this.#now() - this.#spokenAt >= pause) this.say(message);
  }
}
