import {
  type Mean,
  plateEffects,
  type PlacedValue,
  type PlateEffects,
} from '../../core/plate/plate-effects';
import { countOf } from '../format';
import { isByLevels, type Colouring } from './colourings';
import { levelHeat } from './level-heat';
import type { LevelMark } from './level-marks';
import { numberHeat } from './number-heat';
import type { PlateMap, PlateSpot } from './plate-map';
import { measurementOrder, spotConfidence, spotNumber, spotVerdict } from './spot-values';
import type { Tone } from './tones';
import type { ValueScale } from './value-scale';

/** How a spot, or a mean, looks: its colour, and what tells the same without colour. */
export interface SpotLook {
  /** Null for a mean of levels, which has a bar alone. */
  readonly tone: Tone | null;
  /** For the spot itself, where there is room: `+12`, `1.2M`, `Warning`. */
  readonly text: string;
  /** For its description: `calibration shift +12 ppm`; empty where the description says it already. */
  readonly words: string;
  /** The part of the spot's height that stands for its number, from below, 0 to 1; null where it has a mark. */
  readonly bar: { readonly from: number; readonly to: number } | null;
  /** The mark of its level; null for a number. */
  readonly mark: LevelMark | null;
}

export type HeatLegend =
  | { readonly kind: 'scale'; readonly scale: ValueScale }
  | {
      readonly kind: 'levels';
      readonly levels: readonly {
        readonly label: string;
        readonly tone: Tone;
        readonly mark: LevelMark;
        readonly spots: number;
      }[];
    };

/** A look, with the number that means are made from. */
export interface RatedLook {
  readonly look: SpotLook;
  readonly value: number;
}

/** What one colouring makes of all spots. */
export interface Rated {
  /** Null when no spot has a value. */
  readonly legend: HeatLegend | null;
  /** Spots without a value are absent. */
  readonly spots: ReadonlyMap<PlateSpot, RatedLook>;
  readonly lookOfMean: (mean: number) => SpotLook;
  /** What the means are, at the beginning of a sentence: `Mean`, `Passed`; null where they say nothing. */
  readonly meanWord: string | null;
}

/** The spots of a job's plates, coloured by something else than their call. All plates have one scale. */
export interface Heat extends Rated {
  readonly colouring: Exclude<Colouring, 'call'>;
  /** Number of spots without a value. */
  readonly absent: number;
  /** Means by row, column, edge and time; null where they say nothing. */
  readonly effectsOf: (plate: PlateMap) => PlateEffects | null;
}

/** Colours the spots of all plates. */
export function heatOf(plates: readonly PlateMap[], colouring: Exclude<Colouring, 'call'>): Heat {
  const rated = isByLevels(colouring)
    ? levelHeat(plates, colouring)
    : numberHeat(plates, colouring);
  const spots = plates.reduce((sum, plate) => sum + plate.spots.size, 0);
  const known = new Map<PlateMap, PlateEffects>();
  return {
    ...rated,
    colouring,
    absent: spots - rated.spots.size,
    effectsOf(plate) {
      if (rated.meanWord === null) return null;
      let effects = known.get(plate);
      if (effects === undefined) known.set(plate, (effects = effectsOf(plate, rated.spots)));
      return effects;
    },
  };
}

function effectsOf(plate: PlateMap, looks: Rated['spots']): PlateEffects {
  const order = measurementOrder(plate);
  const values: PlacedValue[] = [];
  for (const spot of plate.spots.values()) {
    const rated = looks.get(spot);
    if (rated === undefined) continue;
    values.push({ place: spot.place, value: rated.value, order: order.get(spot) ?? null });
  }
  return plateEffects(values, plate.format);
}

/** Says what position and time do to the values of a plate: nothing where too little is known. */
export function effectSentences(heat: Heat, plate: PlateMap): readonly string[] {
  const effects = heat.effectsOf(plate);
  if (effects === null || heat.meanWord === null) return [];
  const show = ({ mean, spots }: Mean) =>
    `${heat.lookOfMean(mean).words} (${countOf(spots, 'spot', 'spots')})`;
  const { edge, drift } = effects;
  const sentences: string[] = [];
  if (edge !== null) {
    sentences.push(
      `${heat.meanWord} at the edge: ${show(edge.outer)}; inside: ${show(edge.inner)}.`,
    );
  }
  if (drift !== null) {
    sentences.push(
      `${heat.meanWord} in the third measured first: ${show(drift.first)}; in the last third: ${show(drift.last)}.`,
    );
  }
  return sentences;
}

/** Returns whether any spot has a value of a colouring. */
export function hasValues(plates: readonly PlateMap[], colouring: Colouring): boolean {
  if (colouring === 'call') return true;
  if (colouring === 'order') return plates.some((plate) => measurementOrder(plate).size > 0);
  return plates.some(({ spots }) => [...spots.values()].some((spot) => hasValue(spot, colouring)));
}

function hasValue(spot: PlateSpot, colouring: Exclude<Colouring, 'call' | 'order'>): boolean {
  if (colouring === 'quality') return spotVerdict(spot) !== null;
  if (colouring === 'confidence') return spotConfidence(spot) !== null;
  return spotNumber(spot, colouring) !== null;
}
