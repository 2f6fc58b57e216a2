/** Milliseconds after which a page that is never idle is taken to be as idle as it gets. */
const LATEST = 1_000;

/** Resolves when the page has nothing else to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such call; a task of its own comes after those that wait.
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: LATEST });
    } else setTimeout(resolve);
  });
}
