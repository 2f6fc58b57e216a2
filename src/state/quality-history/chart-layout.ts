import { niceTicks } from '../spectrum/ticks';
import type { Chart, ChartPoint } from './chart';

/** A point with its place, px from the upper left corner of the plot. */
export interface PlacedPoint {
  readonly point: ChartPoint;
  /** Position in the chart, from 0. */
  readonly place: number;
  readonly x: number;
  /** Null for a run that does not have the measure. */
  readonly y: number | null;
}

/** A line of the limits: how many standard deviations from the mean. */
export interface LimitLine {
  readonly deviations: number;
  readonly value: number;
  readonly y: number;
  /** Whether there is room for its name. */
  readonly isNamed: boolean;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** The part in which the values stand. */
  readonly top: number;
  readonly bottom: number;
  /** y of the row in which the controls of each run are marked. */
  readonly controlsY: number;
  /** y of the days. */
  readonly daysY: number;
  readonly points: readonly PlacedPoint[];
  readonly lines: readonly LimitLine[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Decimals that tell the ticks apart. */
  readonly digits: number;
  /** Runs whose day is written, so that none touches the next. */
  readonly days: readonly PlacedPoint[];
}

/** Px from a run to the next: least, so that each can be hit, and most. */
const LEAST_STEP = 24;
const MOST_STEP = 56;
/** Px from a day's name to the next: its own width, and half of one more, since the last name ends at the edge. */
const DAY_WIDTH = 128;
/** Px that the name of a line takes. */
const LINE_HEIGHT = 13;
const [TOP, BOTTOM, HEIGHT] = [28, 232, 300];
const DEVIATIONS = [3, 2, 0, -2, -3];

/** Places a chart in as much width as there is, or in more, where there are many runs. */
export function layOutChart({ points, limits }: Chart, room: number): ChartLayout {
  const step = Math.min(MOST_STEP, Math.max(LEAST_STEP, room / Math.max(1, points.length)));
  const width = Math.max(room, step * points.length);
  const lines =
    limits === null
      ? []
      : DEVIATIONS.map((deviations) => ({
          deviations,
          value: limits.mean + deviations * limits.deviation,
        }));
  const values = [
    ...points.flatMap(({ value }) => value ?? []),
    ...lines.map(({ value }) => value),
  ];
  const [low, high] = rangeOf(values);
  const yOf = (value: number) => BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP);
  const placed = points.map((point, place): PlacedPoint => ({
    point,
    place,
    x: (place + 0.5) * step,
    y: point.value === null ? null : yOf(point.value),
  }));
  const { values: ticks, digits } = niceTicks(low, high, 6);
  const isRoomy = limits !== null && yOf(0) - yOf(limits.deviation) >= LINE_HEIGHT;
  const every = Math.ceil(DAY_WIDTH / step);
  return {
    width,
    height: HEIGHT,
    top: TOP,
    bottom: BOTTOM,
    controlsY: BOTTOM + 22,
    daysY: BOTTOM + 54,
    points: placed,
    lines: lines.map((line) => ({
      ...line,
      y: yOf(line.value),
      isNamed: line.deviations === 0 || Math.abs(line.deviations) === 3 || isRoomy,
    })),
    ticks: ticks.map((value) => ({ value, y: yOf(value) })),
    digits,
    // From the newest on, which is what a person looks for.
    days: placed.filter(({ place }) => (points.length - 1 - place) % every === 0),
  };
}

/** A range with some room on either side, also of one value or of none. */
function rangeOf(values: readonly number[]): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const around = (high - low) * 0.06 || Math.max(Math.abs(low) * 0.1, 0.1);
  return [low - around, high + around];
}
