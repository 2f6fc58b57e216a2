import { addressOf, pathWithin } from './address';
import { matchRoute } from './route-match';

/** Milliseconds without a change after which a series of changes of the query is written to the address bar. */
const addressDelay = 200;

/** The state of history entries that a step within a page made. */
const STEP = 'step';

/** The page's address as state, based on the browser's History. */
export class Router {
  readonly #base: string;
  #writing: ReturnType<typeof setTimeout> | undefined;
  #path = $state.raw('/');
  #search = $state.raw('');
  #hash = $state.raw('');
  /** Increases with each step to another page, so that the focus can follow. */
  visits = $state.raw(0);
  readonly route = $derived(matchRoute(this.#path));

  constructor(base: string) {
    this.#base = base;
    this.#read();
  }

  get path(): string {
    return this.#path;
  }

  get search(): string {
    return this.#search;
  }

  /** The fragment with its `#`, or empty. */
  get hash(): string {
    return this.#hash;
  }

  /** Returns the address of a path within the app, for a link's `href`. */
  href(path: string): string {
    return addressOf(this.#base, path);
  }

  go(path: string, { replace = false } = {}): void {
    this.writeSearch();
    const before = this.#path;
    history[replace ? 'replaceState' : 'pushState'](null, '', this.href(path));
    this.#read();
    if (this.#path !== before || this.#hash !== '') this.visits += 1;
  }

  /**
   * Changes the query of the shown page. The address bar has a change at once, but of a quick series only the first
   * and, a moment later, the last: browsers ignore pages that write it with every repeat of a key.
   *
   * @param options with `isStep` the browser's Back returns to what was before; of several such steps in a row
   * only the first is an entry of the history
   */
  setSearch(search: string, { isStep = false } = {}): void {
    if (isStep && history.state !== STEP) {
      this.writeSearch();
      this.#search = search;
      history.pushState(STEP, '', this.href(this.#path) + search + this.#hash);
      return;
    }
    this.#search = search;
    if (this.#writing === undefined) this.writeSearch();
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.writeSearch(), addressDelay);
  }

  /** Writes what the address bar does not have yet. */
  writeSearch(): void {
    this.#endSeries();
    if (location.search === this.#search) return;
    history.replaceState(history.state, '', this.href(this.#path) + this.#search + this.#hash);
  }

  /**
   * Follows the browser's own steps and clicks on links.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    const ending = new AbortController();
    const { signal } = ending;
    window.addEventListener(
      'popstate',
      () => {
        const before = this.#path;
        this.#endSeries();
        this.#read();
        if (this.#path !== before) this.visits += 1;
      },
      { signal },
    );
    document.addEventListener('click', (event) => this.#follow(event), { signal });
    return () => ending.abort();
  }

  #endSeries(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
  }

  #read(): void {
    this.#path = pathWithin(this.#base, location.pathname) ?? location.pathname;
    this.#search = location.search;
    this.#hash = location.hash;
  }

  /** Handles a plain click on a link within the app; all others are left to the browser. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '' || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin) return;
    const path = pathWithin(this.#base, url.pathname);
    if (path === null || matchRoute(path).name === 'unknown') return;
    event.preventDefault();
    this.go(path + url.search + url.hash);
  }
}
