/**
 * Does something once the page has been drawn; in a hidden tab, which is not drawn, once it is seen.
 * Gives the function that calls it off.
 */
export function afterNextPaint(action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame's own callbacks run before it is drawn, a task that they ask for runs after that.
  const frame = requestAnimationFrame(() => (timer = setTimeout(action)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Milliseconds for which a page is waited for that may not be drawn at all. */
const UNSEEN = 100;

/** Resolves once the page has been drawn; soon where it is not drawn, as in a hidden tab. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      callOff();
      clearTimeout(timer);
      resolve();
    };
    const callOff = afterNextPaint(done);
    const timer = setTimeout(done, UNSEEN);
  });
}
