/** What a screen reader says by the way: the text of the page's one polite live region. */
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

  /** For what changes all the time: said when nothing was said for `pause` milliseconds. */
  sayNowAndThen(message: string, pause = 15_000): void {
    if (this.#now() - this.#spokenAt >= pause) this.say(message);
  }
}
