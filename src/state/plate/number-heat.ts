import { showValue } from '../../core/quality/explain';
import { formatCount, formatSigned, shortCount } from '../format';
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
  /** What it is, before it: `calibration shift`. */
  readonly name: string;
}

const WORDS: Readonly<Record<NumberColouring, NumberWords>> = {
  shift: {
    short: (value) => formatSigned(value, 0),
    long: (value) => withMinus(showValue('shiftPpm', value)),
    name: 'calibration shift',
  },
  tilt: {
    short: (value) => formatSigned(value, 0),
    long: (value) => withMinus(showValue('tiltPpmPerKda', value)),
    name: 'calibration tilt',
  },
  intensity: {
    short: shortCount,
    long: (value) => showValue('totalIntensity', value),
    name: 'total intensity',
  },
  order: { short: formatCount, long: formatCount, name: 'measured as number' },
};

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
    const mean = spectra > 1 ? ` (mean of ${spectra})` : '';
    const said = `${words.name} ${words.long(value)}${mean}`;
    spots.set(spot, { value, look: lookOf(scale!, value, words.short(value), said) });
  }
  return {
    legend,
    spots,
    meanWord: colouring === 'order' ? null : 'Mean',
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

/** The measures' own words have a hyphen. */
function withMinus(text: string): string {
  return text.replace(/^-/, '−');
}
