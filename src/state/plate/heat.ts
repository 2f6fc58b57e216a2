import { plateEffects, type PlacedValue, type PlateEffects } from '../../core/plate/plate-effects';
import { say } from '../../words/say';
import { isByLevels, type Colouring } from './colourings';
import { levelHeat } from './level-heat';
import { DRIFT_KEYS, EDGE_KEYS } from './mean-words';
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
      if (rated.meanOf === null) return null;
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
  if (effects === null || heat.meanOf === null) return [];
  const show = (mean: number) => heat.lookOfMean(mean).words;
  const { edge, drift } = effects;
  const sentences: string[] = [];
  if (edge !== null) {
    const { outer, inner } = edge;
    sentences.push(
      say(EDGE_KEYS[heat.meanOf], {
        outer: show(outer.mean),
        outerSpots: outer.spots,
        inner: show(inner.mean),
        innerSpots: inner.spots,
      }),
    );
  }
  if (drift !== null) {
    const { first, last } = drift;
    sentences.push(
      say(DRIFT_KEYS[heat.meanOf], {
        first: show(first.mean),
        firstSpots: first.spots,
        last: show(last.mean),
        lastSpots: last.spots,
      }),
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
