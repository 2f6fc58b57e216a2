import {
  type Mean,
  plateEffects,
  type PlacedValue,
  type PlateEffects,
} from '../../core/plate/plate-effects';
import { countOf } from '../format';
import { isByLevels, type Colouring } from './colourings';
import { levelHeat } from './level-heat';
import { numberHeat } from './number-heat';
import type { PlateMap, PlateSpot } from './plate-map';
import { measurementOrder, spotConfidence, spotNumber, spotVerdict } from './spot-values';
import type { Rated } from './rated-spots';

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
