/** Something that is timed, and the milliseconds of each round. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly times: readonly number[];
}

/** Returns the median; of an even number of values, the mean of the middle two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface SummarisedFigure extends Figure {
  readonly median: number;
  /** Returns how many times as fast as the reference it is; null without a reference. */
  readonly ratio: number | null;
}

/** @param reference key of the figure that the others are compared with */
export function summariseFigures(
  figures: readonly Figure[],
  reference: string,
): readonly SummarisedFigure[] {
  const base = figures.find(({ key }) => key === reference);
  const baseTime = base === undefined ? null : median(base.times);
  return figures.map((figure) => {
    const middle = median(figure.times);
    return { ...figure, median: middle, ratio: baseTime === null ? null : baseTime / middle };
  });
}

/** Writes the figures as lines of aligned columns. */
export function figureLines(figures: readonly SummarisedFigure[]): readonly string[] {
  const widest = Math.max(...figures.map(({ label }) => label.length));
  return figures.map(({ label, median: middle, ratio, times }) => {
    const range = `${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}`;
    const compared = ratio === null ? '' : `${ratio.toFixed(2).padStart(8)} x`;
    return `${label.padEnd(widest)}${milliseconds(middle).padStart(8)} ms${compared}   (${range})`;
  });
}

/** Writes whole milliseconds, and hundredths of them below ten. */
export function milliseconds(time: number): string {
  return time.toFixed(time < 10 ? 2 : 0);
}
