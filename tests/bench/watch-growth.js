/* global document, requestAnimationFrame */
// Runs in the page, before its own code, for `npm run growth`: notes when the page is told of its file, the
// browser's own long tasks, and how the job stands. Plain JavaScript, since it is sent as it stands.
(() => {
  const status = () =>
    /Completed|Failed|Cancelled|Interrupted|Running/.exec(
      document.querySelector('h1')?.textContent ?? '',
    )?.[0] ?? '';

  const ktyperGrowth = {
    /** @type {[number, number][]} start and duration, in milliseconds */
    longTasks: [],
    given: 0,
    /** Resolves once the page is told of its file. @type {Promise<void>} */
    begun: Promise.resolve(),
    /** Resolves with the page's own time once the job shows one of these, to 20 ms. */
    until: (/** @type {string[]} */ wanted) =>
      new Promise((resolve) => {
        // Neither frames, each of which the page would have to draw, nor changes, of which the browser keeps
        // a record each.
        const timer = setInterval(() => {
          if (!wanted.includes(status())) return;
          clearInterval(timer);
          resolve(performance.now());
        }, 20);
      }),
    /** Scrolls the table and resolves with the milliseconds until the second frame from then. */
    scroll: (/** @type {number} */ share) =>
      new Promise((resolve) => {
        const grid = document.querySelector('[role=grid]');
        const isScrolled = (/** @type {Element} */ element) =>
          element.scrollHeight > element.clientHeight + 200;
        // The table itself comes first: looking at each of its elements would leave garbage of its own.
        const box =
          grid === null || isScrolled(grid)
            ? grid
            : [...grid.querySelectorAll('*')].find(isScrolled);
        if (box === undefined || box === null) return resolve(null);
        const start = performance.now();
        box.scrollTop = share * (box.scrollHeight - box.clientHeight);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - start)),
        );
      }),
    cancel() {
      const start = performance.now();
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent?.trim() === 'Cancel')
        ?.click();
      return start;
    },
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      ktyperGrowth.longTasks.push([startTime, duration]);
    }
  }).observe({ type: 'longtask', buffered: true });
  ktyperGrowth.begun = new Promise((resolve) => {
    const note = () => {
      ktyperGrowth.given = performance.now();
      resolve();
    };
    document.addEventListener('change', note, { capture: true, once: true });
  });
  Object.assign(globalThis, { ktyperGrowth });
})();
