/** Knows whether the computer has a network at all. No job needs it. */
export class Connection {
  online = $state.raw(navigator.onLine);

  start(): () => void {
    const ending = new AbortController();
    const follow = () => (this.online = navigator.onLine);
    window.addEventListener('online', follow, { signal: ending.signal });
    window.addEventListener('offline', follow, { signal: ending.signal });
    return () => ending.abort();
  }
}
