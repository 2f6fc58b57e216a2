/** Releases a lock. */
export type Release = () => void;

/** Which of this browser's open pages works on what. A page's locks end with the page. */
export interface JobLocks {
  /**
   * Takes a job for this page, once no other page has it.
   * @returns the function that releases it; null when the signal came first
   */
  own(token: string, signal: AbortSignal): Promise<Release | null>;
  /** Waits for this page's turn: one job runs at a time, whichever page it is of. */
  turn(signal: AbortSignal): Promise<Release | null>;
}

/** The browser's own locks: they end with their page, however it ends. */
export const webLocks: JobLocks = {
  own: (token, signal) => take(`ktyper-job:${token}`, signal),
  turn: (signal) => take('ktyper-turn', signal),
};

function take(name: string, signal: AbortSignal): Promise<Release | null> {
  return new Promise((resolve) => {
    const hold = () => new Promise<void>((release) => resolve(release));
    // It is refused when the signal comes, and when the page is about to go.
    navigator.locks.request(name, { signal }, hold).catch(() => resolve(null));
  });
}
