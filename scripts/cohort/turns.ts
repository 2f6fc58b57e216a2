/** Lets works run beside one another, but for one that needs the computer for itself. */
export class Turns {
  #running = 0;
  #lastAlone: Promise<void> = Promise.resolve();
  #whenIdle: (() => void)[] = [];

  /** Does work beside others, once none runs or waits that is to run alone. */
  async together<Done>(work: () => Promise<Done>): Promise<Done> {
    for (let known: Promise<void> | null = null; known !== this.#lastAlone;) {
      known = this.#lastAlone;
      await known;
    }
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) {
        for (const go of this.#whenIdle) go();
        this.#whenIdle = [];
      }
    }
  }

  /** Does work while no other runs. Works that run end before; others wait. */
  async alone<Done>(work: () => Promise<Done>): Promise<Done> {
    const before = this.#lastAlone;
    let end: () => void = () => undefined;
    this.#lastAlone = new Promise((resolve) => (end = resolve));
    try {
      await before;
      if (this.#running > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
      return await work();
    } finally {
      end();
    }
  }
}
