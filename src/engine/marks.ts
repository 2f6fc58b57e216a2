/** Moments of a job that its marks name: `ktyper:drop`, `ktyper:first-row` and `ktyper:done`. */
type Moment = 'drop' | 'first-row' | 'done';

/**
 * Sets a mark on the performance timeline, and removes the last job's mark of the same moment.
 *
 * @returns the time of the mark, milliseconds
 */
export function mark(moment: Moment): number {
  const name = `ktyper:${moment}`;
  performance.clearMarks(name);
  return performance.mark(name).startTime;
}
