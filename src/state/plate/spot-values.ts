import { usableValues } from '../../core/quality/measured-values';
import { worstVerdict, type Verdict } from '../../core/quality/judge';
import { rateSample } from '../../core/quality/rate-sample';
import type { SampleRow } from '../../core/job/types';
import { unreachable } from '../../core/result';
import type { NumberColouring } from './colourings';
import { type PlateMap, type PlateSpot, samplesOf } from './plate-map';

export const namedConfidences = ['high', 'moderate', 'weak'] as const;
type NamedConfidence = (typeof namedConfidences)[number];

/** Returns the worst verdict on the spectra of a spot, each by itself; null where none was measured. */
export function spotVerdict({ spectra }: PlateSpot): Verdict | null {
  const found = spectra.flatMap(({ spectrum }) => rateSample([spectrum], null)?.verdict ?? []);
  return found.length === 0 ? null : worstVerdict(found);
}

/** Returns the lowest confidence of the samples of a spot; null where one of them is not named, or none is there. */
export function spotConfidence(
  spot: PlateSpot,
): { readonly confidence: NamedConfidence; readonly sample: SampleRow } | null {
  const order: readonly string[] = namedConfidences;
  let lowest: SampleRow | null = null;
  for (const sample of samplesOf(spot)) {
    if (!order.includes(sample.call.confidence)) return null;
    const isLower =
      lowest === null ||
      order.indexOf(sample.call.confidence) > order.indexOf(lowest.call.confidence);
    if (isLower) lowest = sample;
  }
  const confidence = namedConfidences.find((one) => one === lowest?.call.confidence);
  return lowest === null || confidence === undefined ? null : { confidence, sample: lowest };
}

/** A number of a spot: the mean of its spectra that have one. */
export interface SpotNumber {
  readonly value: number;
  /** Number of spectra with a value. */
  readonly spectra: number;
}

/** Returns the numbers of the spots of a plate; spots without one are absent. */
export function spotNumbers(
  plate: PlateMap,
  colouring: NumberColouring,
): ReadonlyMap<PlateSpot, SpotNumber> {
  const numbers = new Map<PlateSpot, SpotNumber>();
  if (colouring === 'order') {
    for (const [spot, value] of measurementOrder(plate)) numbers.set(spot, { value, spectra: 1 });
    return numbers;
  }
  for (const spot of plate.spots.values()) {
    const number = spotNumber(spot, colouring);
    if (number !== null) numbers.set(spot, number);
  }
  return numbers;
}

/** Returns the number of a spot; null where none of its spectra has one. */
export function spotNumber(
  { spectra }: PlateSpot,
  colouring: Exclude<NumberColouring, 'order'>,
): SpotNumber | null {
  const values = spectra.flatMap(({ spectrum }) => numberOf(spectrum, colouring) ?? []);
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return { value: sum / values.length, spectra: values.length };
}

/** Returns the places of the spots in the order of their first measurement, from 1; unknown ones are absent. */
export function measurementOrder({ spots }: PlateMap): ReadonlyMap<PlateSpot, number> {
  const timed: { readonly spot: PlateSpot; readonly time: number }[] = [];
  for (const spot of spots.values()) {
    const times = spot.spectra.flatMap(({ spectrum }) => timeOf(spectrum.record?.acquiredAt) ?? []);
    if (times.length > 0) timed.push({ spot, time: Math.min(...times) });
  }
  timed.sort((a, b) => a.time - b.time);
  return new Map(timed.map(({ spot }, i) => [spot, i + 1]));
}

function numberOf(
  spectrum: Parameters<typeof usableValues>[0],
  colouring: Exclude<NumberColouring, 'order'>,
): number | null {
  const values = usableValues(spectrum);
  switch (colouring) {
    case 'shift':
      return values?.shiftPpm ?? null;
    case 'tilt':
      return values?.tiltPpmPerKda ?? null;
    case 'intensity':
      return values?.totalIntensity ?? null;
    default:
      return unreachable(colouring);
  }
}

/** @returns null for a time that is not known, or written in no way that is understood */
function timeOf(acquiredAt: string | null | undefined): number | null {
  const time = Date.parse(acquiredAt ?? '');
  return Number.isFinite(time) ? time : null;
}
