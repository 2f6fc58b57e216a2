import { messageSW, Workbox } from 'workbox-window';
import type { UpdateReply, UpdateRequest } from '../sw/messages';

const hour = 3_600_000;
/** Milliseconds in which a new page prepares its model and does nothing else. */
const firstThingsFirst = 2_000;

/** The state of the service worker for the page: whether it works offline, and whether an update waits. */
export class ServiceWorkerState {
  /** Whether the app, its models and the example are on this computer. */
  offlineReady = $state.raw(false);
  updateWaiting = $state.raw(false);
  /** The reason why the browser did not install it; null when it did, or has not answered yet. */
  failure = $state.raw<string | null>(null);
  /** Number of other pages of the app that must be closed before the update, at the last attempt. */
  otherPages = $state.raw(0);
  #waiting: ServiceWorker | null = null;

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
    // Only this page's request starts the update, and it asks when no job runs.
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate === true && this.#waiting !== null) location.reload();
    });
    try {
      const registration = await workbox.register();
      this.offlineReady ||= registration?.active?.state === 'activated';
    } catch (error) {
      // Everything works without it, but the next visit needs the network.
      this.failure = error instanceof Error ? error.message : String(error);
      return;
    }
    setInterval(() => void workbox.update().catch(() => undefined), hour);
  }

  /** Activates the waiting version, which reloads the page, unless other pages are open. */
  async update(): Promise<void> {
    if (this.#waiting === null) return;
    const request: UpdateRequest = { type: 'SKIP_WAITING' };
    const reply = (await messageSW(this.#waiting, request)) as UpdateReply;
    this.otherPages = reply.accepted ? 0 : reply.pages;
  }
}
