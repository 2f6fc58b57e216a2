import type { OpenTransactions } from '../storage/open-transactions';
import type { BrowserAnalysis } from './jobs/browser-analysis';

/** The part of a window that this follows. */
type PageEvents = Pick<EventTarget, 'addEventListener'>;

/**
 * Leaves nothing behind when the browser sets the whole page aside, to show it again when a person goes back. WebKit
 * sets a page aside with its threads and its unfinished transactions, and every other page then waits for the
 * database without end (https://github.com/w3c/IndexedDB/issues/381). What the transactions were about to write is
 * written by the page that resumes the job.
 */
export class PageCache {
  readonly #transactions: Pick<OpenTransactions, 'abort' | 'ended'>;
  readonly #analysis: Pick<BrowserAnalysis, 'end'>;
  readonly #page: PageEvents;
  readonly #reload: () => void;

  constructor(
    transactions: Pick<OpenTransactions, 'abort' | 'ended'>,
    analysis: Pick<BrowserAnalysis, 'end'>,
    page: PageEvents = window,
    reload = () => location.reload(),
  ) {
    this.#transactions = transactions;
    this.#analysis = analysis;
    this.#page = page;
    this.#reload = reload;
  }

  start(): () => void {
    const ending = new AbortController();
    const whenKept = (name: 'pagehide' | 'pageshow', act: () => void) => {
      const listener = (event: Event) => {
        if ((event as PageTransitionEvent).persisted) act();
      };
      this.#page.addEventListener(name, listener, { signal: ending.signal });
    };
    whenKept('pagehide', () => {
      this.#transactions.abort();
      this.#analysis.end();
    });
    // Another page may have gone on with its jobs, so what it shows may be wrong by now. WebKit forgets to end a
    // transaction whose page goes before it has been told that it is aborted.
    whenKept('pageshow', () => void this.#transactions.ended().then(this.#reload));
    return () => ending.abort();
  }
}
