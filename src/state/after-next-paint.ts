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
