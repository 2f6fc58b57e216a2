import { say } from '../../words/say';
import { formatCount } from '../format';
import { element, type Content, type MarkupElement } from '../markup/markup';
import { PAPER } from '../spectrum/paper-style';
import {
  type JudgedCohort,
  type Limits,
  type PlacedPlate,
  type Side,
  sideOf,
} from './cohort-limits';
import { COHORT_MEASURES, type CohortMeasure, MOST_DRAWN } from './cohort-source';
import { measureName, measureValue } from './measure-words';

/** Px. Text of 11 px is some 7 pt on A4. */
const WIDTH = 820;
const LEFT = 56;
const RIGHT = 132;
const TITLE = 18;
const PANEL = 74;
const STEP = TITLE + PANEL + 10;
const FOOT = 30;
const FONT = 11;
const INK = '#000';
/** Axes reach this many standard deviations; a value farther out is drawn at the edge. */
const REACH = 6;
/** Columns in which more plates than can be drawn are put together. */
const COLUMNS = 200;

const SIGNED = { least: -Infinity, most: Infinity };
const POSITIVE = { least: 0, most: Infinity };
/** What values there can be. */
const BOUNDS: Readonly<Record<CohortMeasure, typeof SIGNED>> = {
  shift: SIGNED,
  tilt: SIGNED,
  peaks: POSITIVE,
  markerSignal: POSITIVE,
  resolution: POSITIVE,
  notIdentified: { least: 0, most: 1 },
};

interface Frame {
  readonly top: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Draws the small charts of all measures, one above the other, over the same plates. */
export function cohortChart(cohort: JudgedCohort): MarkupElement | null {
  const count = cohort.placed.length;
  if (count === 0) return null;
  const height = COHORT_MEASURES.length * STEP + FOOT;
  const panels = COHORT_MEASURES.map((measure, i) => panel(measure, i * STEP, cohort));
  return element(
    'svg',
    {
      role: 'img',
      'aria-label': say('cohortReport.chartTitle'),
      viewBox: `0 0 ${WIDTH} ${height}`,
      'font-family': PAPER.fontFamily,
      'font-size': FONT,
    },
    element('title', {}, say('cohortReport.chartTitle')),
    panels,
    axis(count, COHORT_MEASURES.length * STEP),
  );
}

function panel(measure: CohortMeasure, top: number, cohort: JudgedCohort): Content {
  const limits = cohort.limits[measure];
  const points = cohort.placed.flatMap((one) => {
    const value = one.plate.measures[measure];
    return value === null ? [] : [{ ...one, value }];
  });
  const title = text(0, top + 13, measureName(measure), { 'font-weight': 600 });
  const body = top + TITLE;
  const edge = element('rect', {
    x: LEFT,
    y: body,
    width: WIDTH - LEFT - RIGHT,
    height: PANEL,
    fill: 'none',
    stroke: '#888',
    'stroke-width': 0.75,
  });
  if (points.length === 0) {
    return [title, edge, text(LEFT + 8, body + 20, say('cohortReport.chartNoValue'))];
  }
  const [from, to] = rangeOf(measure, points, limits);
  const frame: Frame = { top: body, from, to, count: cohort.placed.length };
  return [
    title,
    edge,
    text(LEFT - 6, body + 9, measureValue(measure, to), { 'text-anchor': 'end' }),
    text(LEFT - 6, body + PANEL, measureValue(measure, from), { 'text-anchor': 'end' }),
    limits === null ? null : limitLines(measure, limits, frame),
    cohort.placed.length <= MOST_DRAWN
      ? each(points, limits, frame)
      : columns(points, limits, frame),
  ];
}

interface Point extends PlacedPlate {
  readonly value: number;
}

/** An axis has all values up to a few times the limits, so that one far out does not press the others flat. */
function rangeOf(
  measure: CohortMeasure,
  points: readonly Point[],
  limits: Limits | null,
): readonly [number, number] {
  let from = Infinity;
  let to = -Infinity;
  for (const { value } of points) {
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  if (limits !== null) {
    const { middle, sd, low, high } = limits;
    from = Math.min(low, Math.max(from, middle - REACH * sd));
    to = Math.max(high, Math.min(to, middle + REACH * sd));
  }
  const room = (to - from) * 0.06 || Math.abs(to) * 0.1 || (measure === 'notIdentified' ? 0.1 : 1);
  const { least, most } = BOUNDS[measure];
  return [Math.max(least, from - room), Math.min(most, to + room)];
}

function limitLines(measure: CohortMeasure, limits: Limits, frame: Frame): Content {
  const { middle } = limits;
  const right = WIDTH - RIGHT;
  const { least, most } = BOUNDS[measure];
  // No plate can lie beyond a limit that no value has.
  const high = limits.high > most ? null : limits.high;
  const low = limits.low < least ? null : limits.low;
  const line = (value: number, isBroken: boolean) => {
    const y = yOf(value, frame);
    return element('polyline', {
      points: `${LEFT},${y} ${right},${y}`,
      fill: 'none',
      stroke: INK,
      'stroke-width': 1,
      'stroke-dasharray': isBroken ? '6 4' : null,
    });
  };
  const words = (y: number, said: string) => text(right + 8, y, said);
  const value = (one: number) => ({ value: measureValue(measure, one) });
  // Where the lines lie close together, what they say is moved apart.
  const { top } = frame;
  const middleY = Math.min(Math.max(yOf(middle, frame) + 4, top + 21), top + PANEL - 12);
  return [
    line(middle, false),
    words(middleY, say('cohortReport.chartMiddle', value(middle))),
    high === null
      ? null
      : [
          line(high, true),
          words(
            Math.min(yOf(high, frame) + 4, middleY - 12),
            say('cohortReport.chartHigh', value(high)),
          ),
        ],
    low === null
      ? null
      : [
          line(low, true),
          words(
            Math.max(yOf(low, frame) + 4, middleY + 12),
            say('cohortReport.chartLow', value(low)),
          ),
        ],
  ];
}

/** Draws each plate. */
function each(points: readonly Point[], limits: Limits | null, frame: Frame): Content {
  return points.map(({ place, value }) => {
    const [x, y] = [xOf(place, frame), yOf(value, frame)];
    const side = limits === null ? null : sideOf(value, limits);
    return side === null ? dot(x, y) : triangle(x, y, side);
  });
}

/** Draws plates that are too many as columns: from the least to the largest value of each, and what stands out of it. */
function columns(points: readonly Point[], limits: Limits | null, frame: Frame): Content {
  const slots = new Map<number, Point[]>();
  for (const point of points) {
    const slot = Math.floor(((point.place - 1) * COLUMNS) / frame.count);
    const own = slots.get(slot);
    if (own === undefined) slots.set(slot, [point]);
    else own.push(point);
  }
  return [...slots].map(([slot, own]) => {
    const x = hundredth(LEFT + ((slot + 0.5) * (WIDTH - LEFT - RIGHT)) / COLUMNS);
    const values = own.map(({ value }) => value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const [low, high] = [yOf(least, frame), yOf(most, frame)];
    const side = (value: number) => (limits === null ? null : sideOf(value, limits));
    return [
      element('polyline', {
        points: `${x},${low} ${x},${high === low ? hundredth(high - 1) : high}`,
        fill: 'none',
        stroke: '#555',
        'stroke-width': 1.5,
      }),
      side(most) === 'above' ? triangle(x, high, 'above') : null,
      side(least) === 'below' ? triangle(x, low, 'below') : null,
    ];
  });
}

/** Draws which plates stand where. */
function axis(count: number, top: number): Content {
  const frame: Frame = { top, from: 0, to: 1, count };
  const step = stepOf(count / 10);
  const places = [1];
  for (let place = step; place <= count; place += step) if (place > 1) places.push(place);
  const isFree = (place: number) => place === 1 || step === 1 || place >= step;
  return [
    places
      .filter(isFree)
      .map((place) =>
        text(xOf(place, frame), top + 8, formatCount(place), { 'text-anchor': 'middle' }),
      ),
    text((LEFT + WIDTH - RIGHT) / 2, top + 24, say('cohortReport.chartAxis'), {
      'text-anchor': 'middle',
    }),
  ];
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function stepOf(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
  return power * ([1, 2, 5].find((times) => times * power >= wanted) ?? 10);
}

function xOf(place: number, { count }: Frame): number {
  return hundredth(LEFT + ((place - 0.5) * (WIDTH - LEFT - RIGHT)) / count);
}

function yOf(value: number, { top, from, to }: Frame): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  // A mark at the edge lies within the frame.
  return hundredth(top + PANEL - 3 - part * (PANEL - 6));
}

function dot(x: number, y: number): MarkupElement {
  return element('rect', {
    x: hundredth(x - 1.75),
    y: hundredth(y - 1.75),
    width: 3.5,
    height: 3.5,
    fill: '#444',
  });
}

/** A triangle that points away from the others: filled above, empty below. */
function triangle(x: number, y: number, side: Side): MarkupElement {
  const [tip, base] = side === 'above' ? [y - 5, y + 4] : [y + 5, y - 4];
  const corners = [
    [x - 5, base],
    [x + 5, base],
    [x, tip],
  ];
  return element('polygon', {
    points: corners.map(([a, b]) => `${hundredth(a!)},${hundredth(b!)}`).join(' '),
    fill: side === 'above' ? INK : '#fff',
    stroke: INK,
    'stroke-width': 1.25,
  });
}

function text(
  x: number,
  y: number,
  words: string,
  attributes: MarkupElement['attributes'] = {},
): MarkupElement {
  return element('text', { x: hundredth(x), y: hundredth(y), fill: INK, ...attributes }, words);
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
