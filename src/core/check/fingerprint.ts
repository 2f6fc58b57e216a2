/**
 * What is stored in place of an array of numbers: enough that no single number can change unnoticed, and
 * small enough to ship.
 */
export interface Fingerprint {
  readonly length: number;
  readonly sum: number;
  /** Sum of value times place, counted from 1: it changes when two values are exchanged. */
  readonly weightedSum: number;
  /** [place from 0, value]: evenly spaced values and the largest. */
  readonly samples: readonly (readonly [place: number, value: number])[];
}

const SPREAD = 24;
const LARGEST = 8;

/** @param values of any length. Not changed. */
export function takeFingerprint(values: Float64Array): Fingerprint {
  return {
    length: values.length,
    ...totals(values),
    samples: placesToStore(values).map((place) => [place, values[place]!] as const),
  };
}

/**
 * Measures how far numbers are from those of a fingerprint: the largest difference of a sample relative to
 * the largest sample, or of a sum relative to itself, whichever is more. 0 when all are equal to the last
 * bit; Infinity when their number differs, or one is not a number.
 *
 * @param values of any length. Not changed.
 */
export function distanceFrom(stored: Fingerprint, values: Float64Array): number {
  if (values.length !== stored.length) return Infinity;
  const found = totals(values);
  const largest = stored.samples.reduce((max, [, value]) => Math.max(max, Math.abs(value)), 0);
  const distances = [
    relative(found.sum - stored.sum, stored.sum),
    relative(found.weightedSum - stored.weightedSum, stored.weightedSum),
    ...stored.samples.map(([place, value]) => relative((values[place] ?? NaN) - value, largest)),
  ];
  return distances.reduce((max, distance) => (distance <= max ? max : distance), 0);
}

function relative(difference: number, scale: number): number {
  if (difference === 0) return 0;
  const distance = Math.abs(difference / scale);
  return Number.isNaN(distance) ? Infinity : distance;
}

function totals(values: Float64Array): Pick<Fingerprint, 'sum' | 'weightedSum'> {
  let sum = 0;
  let weightedSum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    weightedSum += (i + 1) * values[i]!;
  }
  return { sum, weightedSum };
}

function placesToStore(values: Float64Array): readonly number[] {
  const places = new Set<number>();
  for (let i = 0; i < SPREAD && values.length > 0; i++) {
    places.add(Math.floor((i * (values.length - 1)) / (SPREAD - 1)));
  }
  const byHeight = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
  for (const place of byHeight.slice(0, LARGEST)) places.add(place);
  return [...places].sort((a, b) => a - b);
}
