import { say, speaker } from '../../words/say';
import { formatCount, formatSigned } from '../format';
import type { Mark } from './cohort-limits';
import type { CohortMeasure } from './cohort-source';

/** Returns the name of a measure with its unit. */
export function measureName(measure: CohortMeasure): string {
  switch (measure) {
    case 'shift':
      return say('cohortReport.shift');
    case 'tilt':
      return say('cohortReport.tilt');
    case 'peaks':
      return say('cohortReport.peaks');
    case 'markerSignal':
      return say('cohortReport.markerSignal');
    case 'resolution':
      return say('cohortReport.resolution');
    case 'notIdentified':
      return say('cohortReport.notIdentified');
  }
}

/**
 * Writes a value of a measure.
 *
 * @param more decimals than it has else
 */
export function measureValue(measure: CohortMeasure, value: number, more = 0): string {
  switch (measure) {
    case 'shift':
      return formatSigned(value, more);
    case 'tilt':
      return formatSigned(value, 1 + more);
    case 'peaks':
    case 'resolution':
      return formatCount(value, more);
    case 'markerSignal':
      return formatCount(value, 1 + more);
    case 'notIdentified':
      return shareWords(value, more);
  }
}

/** Most decimals more that a value gets so as to differ from a limit. */
const MOST_MORE = 4;

/** Writes a value beside the limit that it passed, and does not round it to the limit. */
export function besideLimit(
  measure: CohortMeasure,
  value: number,
  limit: number,
): { readonly value: string; readonly limit: string } {
  for (let more = 0; ; more++) {
    const written = {
      value: measureValue(measure, value, more),
      limit: measureValue(measure, limit, more),
    };
    if (written.value !== written.limit || more === MOST_MORE) return written;
  }
}

/** Writes a part of all. */
export function shareWords(share: number, more = 0): string {
  return speaker().figure(`${(100 * share).toFixed(1 + more)}%`);
}

/** Tells what to do about a plate that stands out. */
export function cureOf({ measure, side }: Pick<Mark, 'measure' | 'side'>): string {
  switch (measure) {
    case 'shift':
    case 'tilt':
      return say('cohortReport.cureCalibration');
    case 'peaks':
      return side === 'below' ? say('cohortReport.curePeaks') : say('cohortReport.cureBetter');
    case 'markerSignal':
      return side === 'below' ? say('cohortReport.cureSignal') : say('cohortReport.cureBetter');
    case 'resolution':
      return side === 'below' ? say('cohortReport.cureResolution') : say('cohortReport.cureBetter');
    case 'notIdentified':
      return side === 'above'
        ? say('cohortReport.cureNotIdentified')
        : say('cohortReport.cureBetter');
  }
}
