import type { JobLocks } from '../../../../src/state/jobs/job-locks';
import type { PageMessages } from '../../../../src/state/page-messages';

type Release = () => void;

interface Request {
  readonly name: string;
  readonly page: number;
  readonly give: (release: Release) => void;
}

/** Locks among pages, as in a browser: each lock is given to one page, in the order of the requests. */
export class HeldLocks {
  #granted: Request[] = [];
  #waiting: Request[] = [];
  #pages = 0;

  /** Names of the held locks, in the order of the requests. */
  get held(): string[] {
    return this.#granted.map(({ name }) => name);
  }

  /** Returns one page's view of the locks. `close` ends the page and releases all its locks. */
  page(): JobLocks & { readonly close: () => void } {
    const page = this.#pages++;
    return {
      own: (token, signal) => this.#take(page, `job:${token}`, signal),
      turn: (signal) => this.#take(page, 'turn', signal),
      close: () => {
        this.#waiting = this.#waiting.filter((one) => one.page !== page);
        for (const one of this.#granted.filter((one) => one.page === page)) this.#end(one);
      },
    };
  }

  #take(page: number, name: string, signal: AbortSignal): Promise<Release | null> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(null);
      const request: Request = { name, page, give: resolve };
      signal.addEventListener('abort', () => {
        if (!this.#waiting.includes(request)) return;
        this.#waiting = this.#waiting.filter((one) => one !== request);
        resolve(null);
      });
      this.#waiting.push(request);
      this.#grant();
    });
  }

  #grant(): void {
    for (const request of this.#waiting) {
      if (this.held.includes(request.name)) continue;
      this.#waiting = this.#waiting.filter((one) => one !== request);
      this.#granted.push(request);
      request.give(() => this.#end(request));
    }
  }

  #end(request: Request): void {
    this.#granted = this.#granted.filter((one) => one !== request);
    this.#grant();
  }
}

/** Messages among pages, as in a browser: they reach all pages except the sender. */
export class PassedMessages {
  readonly #listeners = new Map<number, (token: string) => void>();
  readonly #modelListeners = new Map<number, () => void>();
  #pages = 0;

  page(): PageMessages {
    const page = this.#pages++;
    return {
      cancel: (token) => {
        for (const [other, listener] of this.#listeners) if (other !== page) listener(token);
      },
      onCancel: (listener) => {
        this.#listeners.set(page, listener);
        return () => void this.#listeners.delete(page);
      },
      modelsChanged: () => {
        for (const [other, listener] of this.#modelListeners) if (other !== page) listener();
      },
      onModelsChanged: (listener) => {
        this.#modelListeners.set(page, listener);
        return () => void this.#modelListeners.delete(page);
      },
    };
  }
}
