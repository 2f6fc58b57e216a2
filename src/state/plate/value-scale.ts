import { quantile } from '../../core/quality/statistics';
import { formatCount, formatSigned, shortCount } from '../format';
import { niceTicks } from '../spectrum/ticks';
import type { NumberColouring } from './colourings';
import type { RampKind } from './tones';

export interface ScaleTick {
  /** Place on the scale, 0 to 1. */
  readonly at: number;
  readonly label: string;
}

/** A scale from values to places on a ramp of colours. */
export interface ValueScale {
  readonly ramp: RampKind;
  readonly ticks: readonly ScaleTick[];
  /** Whether some values lie beyond the ends, and have the colour of the end. */
  readonly isCut: boolean;
  /** Returns the place of a value, 0 to 1. */
  readonly placeOf: (value: number) => number;
}

/** Least ends of scales around 0, so that small values have pale colours. */
const LEAST_REACH: Readonly<Record<'shift' | 'tilt', number>> = { shift: 100, tilt: 20 };
const MOST_TICKS = 7;
/** Of labels such as `5M`. */
const MOST_SHORT_TICKS = 9;

/**
 * Makes the scale of some values. That of shift and tilt has 0 in its middle; that of intensity is logarithmic.
 *
 * @returns null for no values
 */
export function makeScale(
  colouring: NumberColouring,
  values: readonly number[],
): ValueScale | null {
  if (values.length === 0) return null;
  switch (colouring) {
    case 'shift':
    case 'tilt':
      return aroundZero(values, LEAST_REACH[colouring]);
    case 'intensity':
      return logarithmic(values);
    case 'order':
      return evenly(1, Math.max(2, largestOf(values)));
  }
}

/**
 * A single value far from all others would leave these without any colour, so the ends are at most one and a half
 * times as far from 0 as 95% of the values.
 */
function aroundZero(values: readonly number[], least: number): ValueScale {
  const sizes = Float64Array.from(values, Math.abs).sort();
  const largest = sizes.at(-1)!;
  const usual = Math.max(least, 1.5 * quantile(sizes, 0.95));
  const reach = niceCeiling(Math.max(least, Math.min(largest, usual)));
  const { values: ticks, digits } = niceTicks(-reach, reach, MOST_TICKS);
  const placeOf = (value: number) => clamp((value + reach) / (2 * reach));
  return {
    ramp: 'diverging',
    isCut: largest > reach,
    placeOf,
    ticks: ticks.map((value) => ({ at: placeOf(value), label: formatSigned(value, digits) })),
  };
}

function logarithmic(values: readonly number[]): ValueScale {
  const positive = values.filter((value) => value > 0);
  const lowest = positive.reduce((least, value) => Math.min(least, value), positive[0] ?? 1);
  const from = niceStep(lowest, 'down');
  const to = Math.max(niceStep(Math.max(lowest, largestOf(positive)), 'up'), 2 * from);
  const placeOf = (value: number) =>
    value <= 0 ? 0 : clamp(Math.log(value / from) / Math.log(to / from));
  let ticks = steps(from, to, [1, 2, 5]);
  if (ticks.length > MOST_SHORT_TICKS) ticks = steps(from, to, [1]);
  const every = Math.ceil(ticks.length / MOST_SHORT_TICKS);
  ticks = ticks.filter((_, i) => i % every === 0);
  return {
    ramp: 'sequential',
    isCut: false,
    placeOf,
    ticks: ticks.map((value) => ({ at: placeOf(value), label: shortCount(value) })),
  };
}

function evenly(from: number, to: number): ValueScale {
  const placeOf = (value: number) => clamp((value - from) / (to - from));
  const { values: ticks } = niceTicks(from, to, MOST_TICKS);
  const whole = ticks.filter((value) => Number.isInteger(value));
  const labelled = whole.includes(from) ? whole : [from, ...whole];
  return {
    ramp: 'sequential',
    isCut: false,
    placeOf,
    ticks: labelled.map((value) => ({ at: placeOf(value), label: formatCount(value) })),
  };
}

/** Lists the values of given leading digits times a power of ten between two limits. */
function steps(from: number, to: number, digits: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to * (1 + 1e-9); power += 1) {
    for (const digit of digits) {
      const value = digit * 10 ** power;
      if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) found.push(value);
    }
  }
  return found;
}

/** Rounds down or up to 1, 2 or 5 times a power of ten. */
function niceStep(value: number, direction: 'down' | 'up'): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const leading = value / power;
  const choices = [1, 2, 5, 10];
  const digit =
    direction === 'up'
      ? choices.find((choice) => choice >= leading - 1e-9)!
      : choices.findLast((choice) => choice <= leading + 1e-9)!;
  return digit * power;
}

/** Rounds up to a number whose ticks reach, or nearly reach, both ends. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return [1, 1.5, 2, 3, 4, 6, 10].find((digit) => digit * power >= value - 1e-9)! * power;
}

function largestOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

function clamp(place: number): number {
  return Math.max(0, Math.min(1, place));
}
