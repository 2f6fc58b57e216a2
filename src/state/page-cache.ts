import type { OpenTransactions } from '../storage/open-transactions';
import type { BrowserAnalysis } from './jobs/browser-analysis';

/** The part of a window that this follows. */
type PageEvents = Pick<EventTarget, 'addEventListener'>;

/**
 * Ends what a page has open when the browser sets the whole page aside, to show it again if a person goes back. WebKit
 * keeps the page's threads and its unfinished transactions, and every other page then waits for the database without
 * end (https://github.com/w3c/IndexedDB/issues/381). The next page continues the job, as it does after a crash.
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
    // Another page may have continued its jobs meanwhile, so what this one shows may be out of date. It waits until its
    // transactions have ended: if a page is unloaded before that, WebKit leaves them open.
    whenKept('pageshow', () => void this.#transactions.ended().then(this.#reload));
    return () => ending.abort();
  }
}
