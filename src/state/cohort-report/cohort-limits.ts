import { median } from '../../core/quality/statistics';
import { COHORT_MEASURES, type CohortMeasure, type CohortPlate } from './cohort-source';

/** Least number of plates that say what is usual: with fewer, two that agree would make any third one stand out. */
export const LEAST_PLATES = 5;
/** Robust standard deviations from the median beyond which a plate stands out. */
const TIMES = 3;
/** By which the median of the distances, and their mean, estimate the standard deviation of a normal distribution. */
const OF_MEDIAN = 1.4826;
const OF_MEAN = 1.2533;

/** What is usual in a cohort. */
export interface Limits {
  readonly middle: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Computes the median and three robust standard deviations about it. Where more than half of the plates have the same
 * value, as a share of 0, the median of the distances says nothing, and their mean is taken. Source: Iglewicz &
 * Hoaglin 1993, How to Detect and Handle Outliers.
 *
 * @returns null for too few values
 */
export function limitsOf(values: readonly number[]): Limits | null {
  const middle = median(values);
  if (middle === null || values.length < LEAST_PLATES) return null;
  const distances = values.map((value) => Math.abs(value - middle));
  const mean = distances.reduce((sum, one) => sum + one, 0) / distances.length;
  const sd = OF_MEDIAN * (median(distances) ?? 0) || OF_MEAN * mean;
  return { middle, sd, low: middle - TIMES * sd, high: middle + TIMES * sd };
}

/** A plate with its place on the chart, counted from 1. */
export interface PlacedPlate {
  readonly place: number;
  readonly plate: CohortPlate;
}

/** On which side of the limits a value lies. */
export type Side = 'above' | 'below';

/** A value that stands out. */
export interface Mark extends PlacedPlate {
  readonly measure: CohortMeasure;
  readonly value: number;
  readonly side: Side;
  readonly limits: Limits;
}

/** The plates of a cohort in order, with what is usual among them. */
export interface JudgedCohort {
  /** Those that were read. */
  readonly placed: readonly PlacedPlate[];
  readonly failed: readonly CohortPlate[];
  /** Whether they stand in the order in which they were acquired, or in that of the table. */
  readonly isByTime: boolean;
  readonly limits: Readonly<Record<CohortMeasure, Limits | null>>;
  /** By place. */
  readonly marks: readonly Mark[];
}

/** Puts the plates of a cohort in order and compares each with all. */
export function judgeCohort(plates: readonly CohortPlate[]): JudgedCohort {
  const done = plates.filter(({ state }) => state === 'done');
  const times = new Map(done.map((plate) => [plate, Date.parse(plate.firstAcquired)]));
  // Plates without a time have no place among the others.
  const isByTime = done.length > 0 && [...times.values()].every((time) => !Number.isNaN(time));
  const ordered = isByTime ? [...done].sort((a, b) => times.get(a)! - times.get(b)!) : done;
  const placed = ordered.map((plate, i) => ({ place: i + 1, plate }));
  const limits = Object.fromEntries(
    COHORT_MEASURES.map((measure) => [
      measure,
      limitsOf(done.flatMap(({ measures }) => measures[measure] ?? [])),
    ]),
  ) as JudgedCohort['limits'];
  const marks = placed.flatMap((one) =>
    COHORT_MEASURES.flatMap((measure): readonly Mark[] => {
      const value = one.plate.measures[measure];
      const usual = limits[measure];
      const side = value === null || usual === null ? null : sideOf(value, usual);
      return side === null ? [] : [{ ...one, measure, value: value!, side, limits: usual! }];
    }),
  );
  const failed = plates.filter(({ state }) => state === 'failed');
  return { placed, failed, isByTime, limits, marks };
}

/** @returns null for a value within the limits; the limits themselves are within */
export function sideOf(value: number, { low, high }: Limits): Side | null {
  return value > high ? 'above' : value < low ? 'below' : null;
}
