import { messageSW, Workbox } from 'workbox-window';
import type { UpdateReply, UpdateRequest } from '../sw/messages';

const hour = 3_600_000;
/** Milliseconds in which a page that has just been opened gets its model ready, and nothing else. */
const firstThingsFirst = 2_000;

/** The service worker as a person meets it: ready to work offline, an update that waits. */
export class ServiceWorkerState {
  /** The app, its models and the example are on this computer. */
  offlineReady = $state.raw(false);
  updateWaiting = $state.raw(false);
  /** Why the browser did not install it; null when it did, or has not said. */
  failure = $state.raw<string | null>(null);
  /** Other pages of the app that must be closed before the update, as of the last try. */
  otherPages = $state.raw(0);
  #waiting: ServiceWorker | null = null;

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
    return () => {
      clearTimeout(timer);
      end();
    };
  }

  async #start(address: string): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const workbox = new Workbox(address);
    workbox.addEventListener('activated', () => (this.offlineReady = true));
    workbox.addEventListener('waiting', ({ sw }) => {
      this.#waiting = sw ?? null;
      this.updateWaiting = this.#waiting !== null;
    });
    // The update is taken on this page's request only, and this page asks when no job runs.
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate === true && this.#waiting !== null) location.reload();
    });
    try {
      const registration = await workbox.register();
      this.offlineReady ||= registration?.active?.state === 'activated';
    } catch (error) {
      // Without it everything works, but the next visit needs the network.
      this.failure = error instanceof Error ? error.message : String(error);
      return;
    }
    setInterval(() => void workbox.update().catch(() => undefined), hour);
  }

  /** Lets the waiting version take over, which reloads the page, unless other pages are open. */
  async update(): Promise<void> {
    if (this.#waiting === null) return;
    const request: UpdateRequest = { type: 'SKIP_WAITING' };
    const reply = (await messageSW(this.#waiting, request)) as UpdateReply;
    this.otherPages = reply.accepted ? 0 : reply.pages;
  }
}
