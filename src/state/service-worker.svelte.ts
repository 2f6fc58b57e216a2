import { messageSW, Workbox } from 'workbox-window';
import type { CheckReply, CheckRequest, UpdateReply, UpdateRequest } from '../sw/messages';
import { hostHasOther } from './host-version';

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds in which a new page prepares its model and does nothing else. */
const firstThingsFirst = 2_000;

/** Files that did not arrive whole, or what the browser says. */
type InstallFailure = 'not-whole' | { readonly message: string };

/** The state of the service worker for the page: whether it works offline, and whether an update waits. */
export class ServiceWorkerState {
  /** Whether the app, its models and the example are on this computer, and each file of them was checked. */
  offlineReady = $state.raw(false);
  /** Number of files that should be kept and could not be fetched, as of the last check. */
  missing = $state.raw(0);
  updateWaiting = $state.raw(false);
  /** The reason why the browser did not install it; null when it did, or has not answered yet. */
  failure = $state.raw<InstallFailure | null>(null);
  /** Number of other pages of the app that must be closed before the update, at the last attempt. */
  otherPages = $state.raw(0);
  /** A part of this page could not be fetched, because its host has another version by now. */
  pageOutdated = $state.raw(false);
  #waiting: ServiceWorker | null = null;
  #registration: ServiceWorkerRegistration | null = null;
  #address = '';
  #again: ReturnType<typeof setTimeout> | undefined;
  #pause = minute;

  /**
   * Installs the app on this computer once the page is calm, since this reads all of its files: neither the
   * page's start nor a job should share the network and the processor with it.
   *
   * @param address the address of the service worker's file, whose folder is its scope
   * @param isBusy returns whether a job is running
   * @returns a function that cancels it
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
      this.failure = 'not-whole';
      this.#tryAgain();
    });
    // Only this page's request starts the update, and it asks when no job runs.
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate === true && this.#waiting !== null) location.reload();
    });
    try {
      this.#registration = (await workbox.register()) ?? null;
    } catch (error) {
      // Everything works without it, but the next visit needs the network.
      this.failure = { message: error instanceof Error ? error.message : String(error) };
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

  /** Activates the waiting version, which reloads the page, unless other pages are open. */
  async update(): Promise<void> {
    if (this.#waiting === null) return;
    const request: UpdateRequest = { type: 'SKIP_WAITING' };
    const reply = (await messageSW(this.#waiting, request)) as UpdateReply;
    this.otherPages = reply.accepted ? 0 : reply.pages;
  }
}
