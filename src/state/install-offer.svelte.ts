/** What a browser that can install the page hands out. TypeScript does not know it, since not all browsers do. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to install the page as an app. Many browsers make none. */
export class InstallOffer {
  #event = $state.raw<InstallEvent | null>(null);

  /** Whether the browser would install the page now. */
  get isOpen(): boolean {
    return this.#event !== null;
  }

  /**
   * Waits for the browser's offer.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    const ending = new AbortController();
    const { signal } = ending;
    const take = (event: Event) => {
      // The page offers it where it is of use, and the browser not by itself.
      event.preventDefault();
      this.#event = event as InstallEvent;
    };
    window.addEventListener('beforeinstallprompt', take, { signal });
    window.addEventListener('appinstalled', () => (this.#event = null), { signal });
    return () => ending.abort();
  }

  /** Makes the browser ask the person whether to install the page. Each offer can be used once. */
  async take(): Promise<void> {
    const event = this.#event;
    this.#event = null;
    await event?.prompt();
  }
}
