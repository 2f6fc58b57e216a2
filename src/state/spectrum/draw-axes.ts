import { formatCount } from '../format';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { UNIT_SCALES, type HeightUnit, type PlotContent } from './plot-content';
import { TEXT_SIZE, type PlotFrame } from './plot-frame';
import type { MeasureText, Shape } from './scene';
import { line, text } from './shapes';
import { niceTicks } from './ticks';

/** Least px between two numbers of an axis. */
const ACROSS = 60;
const UPWARDS = 32;
const TICK = 4;

/** The title of the upward axis, and what it is shortened to where it is longer than its axis. */
const TITLES = {
  counts: ['spectrum.axisCounts', 'spectrum.axisCounts'],
  share: ['spectrum.axisShare', 'spectrum.axisShareShort'],
  relative: ['spectrum.axisRelative', 'spectrum.axisRelativeShort'],
} as const satisfies Record<HeightUnit | 'relative', readonly [MessageKey, MessageKey]>;

export interface HeightScale {
  /** The value at the full height of the upper half. */
  readonly highest: number;
  readonly magnify: number;
}

/** Draws both axes with their numbers and titles, and the lines across the plot. */
export function* drawAxes(
  { unit, mirrored }: PlotContent,
  frame: PlotFrame,
  heights: HeightScale,
  measure: MeasureText,
): Generator<Shape, void, void> {
  const { left, right, top, bottom, zero, axis, range } = frame;
  const { values, digits } = niceTicks(
    range.from,
    range.to,
    Math.max(2, Math.floor((right - left) / ACROSS)),
  );
  for (const mz of values) {
    const x = frame.xOf(mz);
    yield line('rule', [x, top, x, bottom]);
    yield line('muted', [x, bottom, x, bottom + TICK]);
    yield text('muted', x, axis + 16, formatCount(mz, digits));
  }
  const isRelative = mirrored !== null;
  for (const { share, label } of heightTicks(heights, UNIT_SCALES[unit], isRelative, frame)) {
    const y = frame.yOf(share);
    yield line('rule', [left, y, right, y]);
    yield text('muted', left - 6, y + 4, label, { align: 'end' });
  }
  yield line('muted', [left, top, left, bottom, right, bottom]);
  if (isRelative) yield line('muted', [left, zero, right, zero]);
  const title = titleOf(isRelative ? 'relative' : unit, bottom - top, measure);
  yield text('muted', 12, (top + bottom) / 2, title, { upwards: true });
  yield text('muted', right, axis + 32, 'm/z', { align: 'end' });
}

interface HeightTick {
  readonly share: number;
  readonly label: string;
}

/** Numbers are in the trace's unit; for two traces they are shares of each one's highest value. */
function heightTicks(
  { highest, magnify }: HeightScale,
  scale: number,
  isRelative: boolean,
  { top, bottom }: PlotFrame,
): readonly HeightTick[] {
  const room = (bottom - top) / (isRelative ? 2 : 1);
  const full = isRelative ? 100 / magnify : highest * scale;
  const { values, digits } = niceTicks(0, full, Math.max(2, Math.floor(room / UPWARDS)));
  const up = values.map((value) => ({ share: value / full, label: formatCount(value, digits) }));
  if (!isRelative) return up;
  const down = up.filter(({ share }) => share > 0);
  return [...up, ...down.map(({ share, label }) => ({ share: -share, label }))];
}

/** @param room length of the axis, px */
function titleOf(unit: HeightUnit | 'relative', room: number, measure: MeasureText): string {
  const [whole, short] = TITLES[unit];
  const title = say(whole);
  return measure(title, TEXT_SIZE) <= room ? title : say(short);
}
