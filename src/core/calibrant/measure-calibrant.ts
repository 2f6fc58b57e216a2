import type { PeakList } from '../peaks/find-peaks';
import { median } from '../quality/statistics';
import {
  CALIBRANT_MASSES,
  CALIBRANT_MIN_OVER_NOISE,
  CALIBRANT_REACH_PPM,
  CALIBRANT_TOLERANCE_PPM,
} from './calibrant-masses';

/** What was found on a calibration spot. */
export interface CalibrantMeasures {
  /** Number of the known masses that were found, and of all that were looked for. */
  readonly found: number;
  readonly of: number;
  /** Median of the errors of those that were found, measured against known; null where none was. */
  readonly shiftPpm: number | null;
}

/** What a calibration spot without any signal shows. */
export const NO_MASSES: CalibrantMeasures = {
  found: 0,
  of: CALIBRANT_MASSES.length,
  shiftPpm: null,
};

/**
 * Looks for the known masses among the peaks of a calibration spot. The highest peak near a mass is taken for it; then
 * those are left out that do not have the error of the others, since the highest peak may be one by chance.
 *
 * @param peaks in order of m/z. Not changed.
 */
export function measureCalibrant(peaks: PeakList): CalibrantMeasures {
  const errors = CALIBRANT_MASSES.flatMap(({ ions }) => errorOf(ions, peaks) ?? []);
  const middle = median(errors);
  if (middle === null) return NO_MASSES;
  const alike = errors.filter((error) => Math.abs(error - middle) <= CALIBRANT_TOLERANCE_PPM);
  return { found: alike.length, of: CALIBRANT_MASSES.length, shiftPpm: median(alike) };
}

/** @returns the error in ppm of the highest peak near any of the ions; null where there is none */
function errorOf(ions: readonly number[], { mz, overNoise }: PeakList): number | null {
  let highest = CALIBRANT_MIN_OVER_NOISE;
  let error: number | null = null;
  for (const ion of ions) {
    for (let p = 0; p < mz.length; p++) {
      const off = (mz[p]! / ion - 1) * 1e6;
      if (Math.abs(off) > CALIBRANT_REACH_PPM || overNoise[p]! < highest) continue;
      highest = overNoise[p]!;
      error = off;
    }
  }
  return error;
}
