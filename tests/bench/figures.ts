/** One thing that is timed, and what each round gave, in milliseconds. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly times: readonly number[];
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface SummarisedFigure extends Figure {
  readonly median: number;
  /** How many times faster than the reference; null without one. */
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

/** The figures as lines for a person, the columns under each other. */
export function figureLines(figures: readonly SummarisedFigure[]): readonly string[] {
  const widest = Math.max(...figures.map(({ label }) => label.length));
  return figures.map(({ label, median: middle, ratio, times }) => {
    const range = `${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}`;
    const compared = ratio === null ? '' : `${ratio.toFixed(2).padStart(8)} x`;
    return `${label.padEnd(widest)}${milliseconds(middle).padStart(8)} ms${compared}   (${range})`;
  });
}

/** Whole milliseconds, and hundredths of them below ten. */
export function milliseconds(time: number): string {
  return time.toFixed(time < 10 ? 2 : 0);
}
