/** Releases a lock. */
export type Release = () => void;

/** Coordinates the work of this browser's open pages. A page's locks end with the page. */
export interface JobLocks {
  /**
   * Acquires a job for this page, after any other page has released it.
   *
   * @returns the function that releases it; null when the signal was aborted before
   */
  own(token: string, signal: AbortSignal): Promise<Release | null>;
  /** Waits for this page's turn, since only one job runs at a time over all pages. */
  turn(signal: AbortSignal): Promise<Release | null>;
}

/** The browser's own locks, which end with their page, even after a crash. */
export const webLocks: JobLocks = {
  own: (token, signal) => take(`ktyper-job:${token}`, signal),
  turn: (signal) => take('ktyper-turn', signal),
};

function take(name: string, signal: AbortSignal): Promise<Release | null> {
  return new Promise((resolve) => {
    const hold = () => new Promise<void>((release) => resolve(release));
    // Rejects when the signal is aborted, and when the page is being closed.
    navigator.locks.request(name, { signal }, hold).catch(() => resolve(null));
  });
}
