/* global document, requestAnimationFrame */
// Runs in the page, before its own code, for `npm run growth`: notes the browser's own long tasks, the
// time between frames, and when a job begins and ends. Plain JavaScript, since it is sent as it stands.
(() => {
  /** @type {[number, number][]} start and duration, in milliseconds */
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });

  const status = () =>
    /Completed|Failed|Cancelled|Interrupted|Running/.exec(
      document.querySelector('h1')?.textContent ?? '',
    )?.[0] ?? null;

  const ktyperGrowth = {
    longTasks,
    status,
    now: () => performance.now(),
    /** Resolves with the page's own time once the job shows one of these. */
    until: (/** @type {string[]} */ wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (wanted.includes(status() ?? '')) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    /** Scrolls the table and resolves with the milliseconds until the row that is then on top is drawn. */
    scroll: (/** @type {number} */ share) =>
      new Promise((resolve) => {
        const grid = document.querySelector('[role=grid]');
        const box = [grid, ...(grid?.querySelectorAll('*') ?? [])].find(
          (element) => (element?.scrollHeight ?? 0) > (element?.clientHeight ?? 0) + 200,
        );
        if (box === undefined || box === null) return resolve(null);
        const start = performance.now();
        box.scrollTop = share * (box.scrollHeight - box.clientHeight);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - start)),
        );
      }),
  };
  Object.assign(globalThis, { ktyperGrowth });
})();
