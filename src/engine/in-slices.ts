import type { Interruptible } from '../core/interruptible';

/** Milliseconds of work between two looks at whether the thread has something else to do. */
const SLICE = 8;
/** Milliseconds of the first slice. It runs in the caller's task, in which other work may begin in the same way. */
const FIRST_SLICE = 2;

/** Does work in slices, so that a page can draw in between. Null once the signal is aborted. */
export async function inSlices<T>(
  steps: Interruptible<T>,
  signal?: AbortSignal,
): Promise<T | null> {
  let pauseAt = performance.now() + FIRST_SLICE;
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() < pauseAt) continue;
    await nextTask();
    if (signal?.aborted === true) return null;
    pauseAt = performance.now() + SLICE;
  }
}

/**
 * Resolves in a task of its own, so that a page can draw before it. A timer would do as well, but a hidden page delays
 * timers.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
