/**
 * Runs an action after the page was drawn. A hidden tab is not drawn until it is seen.
 *
 * @returns a function that cancels it
 */
export function afterNextPaint(action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame's callbacks run before it is drawn, and a task that they start runs after that.
  const frame = requestAnimationFrame(() => (timer = setTimeout(action)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Milliseconds after which a page counts as not being drawn at all. */
const UNSEEN = 100;

/** Resolves after the page was drawn, or soon if it is not drawn, as in a hidden tab. */
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
