/* global document, MutationObserver, requestAnimationFrame, Worker */
// Runs in the page, before its own code, and looks for what a person would see. Plain JavaScript, since it
// is sent as it stands.
(() => {
  /** @type {{ given: number, firstRow: number | null, complete: number | null } | null} */
  let marks = null;
  /** @type {(marks: object) => void} */
  let complete = () => undefined;

  // Looked at when something changes, and timed at the frame that draws it: to look at every frame would
  // make the page draw every frame.
  const observer = new MutationObserver(() => {
    if (marks === null) return;
    const isRow = document.querySelector('[role=grid] [role=gridcell]') !== null;
    const isComplete = /Completed/.test(document.querySelector('h1')?.textContent ?? '');
    if (!(isRow && marks.firstRow === null) && !isComplete) return;
    if (isComplete) observer.disconnect();
    // The frame's own callbacks run before it is drawn, a task that they ask for runs after that.
    requestAnimationFrame(() => setTimeout(() => note(isRow, isComplete)));
  });

  /** @param {boolean} isRow @param {boolean} isComplete */
  function note(isRow, isComplete) {
    if (marks === null) return;
    if (isRow) marks.firstRow ??= performance.now();
    if (!isComplete) return;
    marks.complete ??= performance.now();
    complete(marks);
  }

  /** Milliseconds from the beginning of the visit to the frame that shows where a run can be dropped. */
  const usable = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('main button') === null) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  });

  /** Names of the workers that the page starts. @type {string[]} */
  const workers = [];
  globalThis.Worker = new Proxy(Worker, {
    construct(target, args) {
      workers.push(args[1]?.name ?? '');
      return Reflect.construct(target, args);
    },
  });

  const ktyperBench = {
    usable,
    workers,
    /** From the moment the page is told of its file: what a robot takes to choose it does not count. */
    start() {
      marks = null;
      ktyperBench.marks = new Promise((resolve) => (complete = resolve));
      const begin = () => {
        marks = { given: performance.now(), firstRow: null, complete: null };
        observer.observe(document, { childList: true, characterData: true, subtree: true });
      };
      document.addEventListener('change', begin, { capture: true, once: true });
    },
    /** There once the table is complete. @type {Promise<object>} */
    marks: Promise.resolve({}),
  };
  Object.assign(globalThis, { ktyperBench });
})();
