import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { formatCount, formatSigned, shortCount } from '../format';
import { formatMeasure } from '../format-measure';
import type { NumberColouring } from './colourings';
import type { PlateMap, PlateSpot } from './plate-map';
import type { HeatLegend, Rated, RatedLook, SpotLook } from './rated-spots';
import { type SpotNumber, spotNumbers } from './spot-values';
import { toneAt } from './tones';
import { makeScale, type ValueScale } from './value-scale';

interface NumberWords {
  /** Writes the number for a spot: `+12`, `1.2M`. */
  readonly short: (value: number) => string;
  /** Writes it with its unit, as everywhere on the page. */
  readonly long: (value: number) => string;
  /** Says what it is, with the number: `calibration shift +12 ppm`. */
  readonly said: MessageKey;
  /** The same for the mean of several spectra. */
  readonly saidMean: MessageKey;
}

const WORDS = {
  shift: {
    short: (value: number) => formatSigned(value, 0),
    long: (value: number) => formatMeasure('shiftPpm', value),
    said: 'plate.valueShift',
    saidMean: 'plate.valueShiftMean',
  },
  tilt: {
    short: (value: number) => formatSigned(value, 0),
    long: (value: number) => formatMeasure('tiltPpmPerKda', value),
    said: 'plate.valueTilt',
    saidMean: 'plate.valueTiltMean',
  },
  intensity: {
    short: shortCount,
    long: (value: number) => formatMeasure('totalIntensity', value),
    said: 'plate.valueIntensity',
    saidMean: 'plate.valueIntensityMean',
  },
  order: {
    short: formatCount,
    long: formatCount,
    said: 'plate.valueOrder',
    // A spot has one place in the order.
    saidMean: 'plate.valueOrder',
  },
} as const satisfies Record<NumberColouring, NumberWords>;

/** Colours spots by a number. */
export function numberHeat(plates: readonly PlateMap[], colouring: NumberColouring): Rated {
  const numbers = new Map<PlateSpot, SpotNumber>();
  for (const plate of plates) {
    for (const [spot, number] of spotNumbers(plate, colouring)) numbers.set(spot, number);
  }
  const scale = makeScale(
    colouring,
    Array.from(numbers.values(), ({ value }) => value),
  );
  const legend: HeatLegend | null = scale && { kind: 'scale', scale };
  const words = WORDS[colouring];
  const spots = new Map<PlateSpot, RatedLook>();
  for (const [spot, { value, spectra }] of scale === null ? [] : numbers) {
    const long = words.long(value);
    const said =
      spectra > 1
        ? say(words.saidMean, { value: long, count: spectra })
        : say(words.said, { value: long });
    spots.set(spot, { value, look: lookOf(scale!, value, words.short(value), said) });
  }
  return {
    legend,
    spots,
    meanOf: colouring === 'order' ? null : 'number',
    lookOfMean: (mean) => lookOf(scale!, mean, words.short(mean), words.long(mean)),
  };
}

function lookOf(scale: ValueScale, value: number, text: string, words: string): SpotLook {
  const place = scale.placeOf(value);
  const ground = scale.ramp === 'diverging' ? 0.5 : 0;
  return {
    tone: toneAt(scale.ramp, place),
    text,
    words,
    bar: { from: Math.min(ground, place), to: Math.max(ground, place) },
    mark: null,
  };
}
