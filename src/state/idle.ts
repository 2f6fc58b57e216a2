/** Milliseconds after which even a busy page counts as idle. */
const LATEST = 1_000;

/** Resolves when the page has nothing else to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such function; a new task runs after those that wait.
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: LATEST });
    } else setTimeout(resolve);
  });
}
