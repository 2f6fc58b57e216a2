import { firstAtOrAbove, type MzRange } from './mz-range';

/** The values that are drawn of a spectrum: its profile as a line, or its bins as steps. */
export interface Trace {
  /** [points] m/z of the points, or left edges of the bins, ascending. */
  readonly mz: ArrayLike<number>;
  /** [points] */
  readonly y: ArrayLike<number>;
  /** Width of the bins, Da; null for a profile. */
  readonly binWidth: number | null;
}

/**
 * Returns the indices of the points in a range, with one more on either side, so that a line reaches the
 * edge.
 */
function pointsIn({ mz, binWidth }: Trace, { from, to }: MzRange): { start: number; end: number } {
  return {
    start: Math.max(0, firstAtOrAbove(mz, from - (binWidth ?? 0)) - 1),
    end: Math.min(mz.length, firstAtOrAbove(mz, to) + 1),
  };
}

/** Returns the highest value in a range; 0 when it is empty. */
export function highestIn(trace: Trace, range: MzRange): number {
  const { start, end } = pointsIn(trace, range);
  let highest = 0;
  for (let i = start; i < end; i++) {
    const isInside = trace.mz[i]! <= range.to && trace.mz[i]! + (trace.binWidth ?? 0) >= range.from;
    if (isInside && trace.y[i]! > highest) highest = trace.y[i]!;
  }
  return highest;
}

/**
 * Returns the path of a trace in a plot, as x, y, x, y ... If more than two points are in a column, it goes
 * through their lowest and highest: nothing visible is lost, and 21,000 points become two for each column.
 *
 * @param columns number of columns of the range, about one for each pixel
 * @param xOf returns the place of an m/z, as `yOf` does for a value
 */
export function penPath(
  trace: Trace,
  range: MzRange,
  columns: number,
  xOf: (mz: number) => number,
  yOf: (value: number) => number,
): number[] {
  const { start, end } = pointsIn(trace, range);
  const path: number[] = [];
  if (end - start <= 2 * columns) {
    for (let i = start; i < end; i++) {
      path.push(xOf(trace.mz[i]!), yOf(trace.y[i]!));
      if (trace.binWidth !== null) path.push(xOf(trace.mz[i]! + trace.binWidth), yOf(trace.y[i]!));
    }
    return path;
  }
  const scale = columns / (range.to - range.from);
  const middle = (trace.binWidth ?? 0) / 2;
  const x = (i: number) => xOf(trace.mz[i]! + middle);
  for (let i = start; i < end;) {
    const column = Math.floor((trace.mz[i]! + middle - range.from) * scale);
    const limit = range.from + (column + 1) / scale - middle;
    let [low, high] = [i, i];
    let next = i + 1;
    for (; next < end && trace.mz[next]! < limit; next++) {
      if (trace.y[next]! < trace.y[low]!) low = next;
      if (trace.y[next]! > trace.y[high]!) high = next;
    }
    const [before, after] = low < high ? [low, high] : [high, low];
    path.push(x(before), yOf(trace.y[before]!));
    if (after !== before) path.push(x(after), yOf(trace.y[after]!));
    i = next;
  }
  return path;
}
