import { messageSW, Workbox } from 'workbox-window';
import type { CheckReply, CheckRequest, UpdateReply, UpdateRequest } from '../sw/messages';
import { hostHasOther } from './host-version';

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds in which a page that has just been opened gets its model ready, and nothing else. */
const firstThingsFirst = 2_000;

/** The service worker as a person meets it: ready to work offline, an update that waits. */
export class ServiceWorkerState {
  /** The app, its models and the example are on this computer: each file was checked. */
  offlineReady = $state.raw(false);
  /** Number of files that should be kept and could not be fetched, as of the last check. */
  missing = $state.raw(0);
  updateWaiting = $state.raw(false);
  /** Why the browser did not install it; null when it did, or has not said. */
  failure = $state.raw<string | null>(null);
  /** Other pages of the app that must be closed before the update, as of the last try. */
  otherPages = $state.raw(0);
  /** A part of this page could not be fetched, because its host has another version by now. */
  pageOutdated = $state.raw(false);
  #waiting: ServiceWorker | null = null;
  #registration: ServiceWorkerRegistration | null = null;
  #address = '';
  #again: ReturnType<typeof setTimeout> | undefined;
  #pause = minute;

  /**
   * Installs the app on this computer, which reads all of it, once nothing is waited for: neither
   * the page's first moments nor a job shall share the network and the processor with it.
   *
   * @param address of the service worker's file; its folder is its scope
   * @param isBusy whether a job is under way
   * @returns the function that calls it off
   */
  startWhenCalm(address: string, isBusy: () => boolean): () => void {
    let isCalm = $state.raw(false);
    const timer = setTimeout(() => (isCalm = true), firstThingsFirst);
    let started = false;
    const end = $effect.root(() => {
      $effect(() => {
        if (started || !isCalm || isBusy()) return;
        started = true;
        void this.#start(address);
      });
    });
    const lookAtHost = () => {
      void hostHasOther(address).then((other) => (this.pageOutdated ||= other));
    };
    window.addEventListener('vite:preloadError', lookAtHost);
    window.addEventListener('ktyper:part-absent', lookAtHost);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('vite:preloadError', lookAtHost);
      window.removeEventListener('ktyper:part-absent', lookAtHost);
      end();
    };
  }

  async #start(address: string): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    this.#address = address;
    window.addEventListener('online', () => void this.#mend());
    setInterval(() => void this.#mend(), hour);
    await this.#register();
  }

  async #register(): Promise<void> {
    const workbox = new Workbox(this.#address);
    const installed = new WeakSet<ServiceWorker>();
    workbox.addEventListener('installed', ({ sw }) => {
      if (sw !== undefined) installed.add(sw);
      this.failure = null;
    });
    workbox.addEventListener('activated', () => void this.#check());
    workbox.addEventListener('waiting', ({ sw }) => {
      this.#waiting = sw ?? null;
      this.updateWaiting = this.#waiting !== null;
    });
    workbox.addEventListener('redundant', ({ sw }) => {
      // One that was installed made room for another.
      if (sw === undefined || installed.has(sw)) return;
      this.failure = NOT_WHOLE;
      this.#tryAgain();
    });
    // The update is taken on this page's request only, and this page asks when no job runs.
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate === true && this.#waiting !== null) location.reload();
    });
    try {
      this.#registration = (await workbox.register()) ?? null;
    } catch (error) {
      // Without it everything works, but the next visit needs the network.
      this.failure = error instanceof Error ? error.message : String(error);
      this.#tryAgain();
      return;
    }
    await this.#check();
  }

  /** Has the service worker check what it keeps, and fetch what is missing or wrong. */
  async #check(): Promise<void> {
    const active = this.#registration?.active;
    if (active?.state !== 'activated') return;
    const request: CheckRequest = { type: 'CHECK_KEPT' };
    const { missing } = (await messageSW(active, request)) as CheckReply;
    this.missing = missing.length;
    this.offlineReady = missing.length === 0;
    if (this.offlineReady) this.#pause = minute;
    else this.#tryAgain();
  }

  #tryAgain(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#mend(), this.#pause);
    this.#pause = Math.min(hour, 2 * this.#pause);
  }

  /** Looks for a newer version, installs what was not installed, and checks what is kept. */
  async #mend(): Promise<void> {
    const { active, waiting, installing } = this.#registration ?? {};
    if (!active && !waiting && !installing) {
      await this.#register();
      return;
    }
    await this.#registration?.update().catch(() => undefined);
    await this.#check();
  }

  /** Lets the waiting version take over, which reloads the page, unless other pages are open. */
  async update(): Promise<void> {
    if (this.#waiting === null) return;
    const request: UpdateRequest = { type: 'SKIP_WAITING' };
    const reply = (await messageSW(this.#waiting, request)) as UpdateReply;
    this.otherPages = reply.accepted ? 0 : reply.pages;
  }
}

const NOT_WHOLE =
  'its files did not arrive as they were built, or there is no room for them. It is tried again by itself.';
