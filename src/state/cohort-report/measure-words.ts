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

/** Writes a value of a measure. */
export function measureValue(measure: CohortMeasure, value: number): string {
  switch (measure) {
    case 'shift':
      return formatSigned(value, 0);
    case 'tilt':
      return formatSigned(value, 1);
    case 'peaks':
    case 'resolution':
      return formatCount(value);
    case 'markerSignal':
      return formatCount(value, 1);
    case 'notIdentified':
      return shareWords(value);
  }
}

/** Writes a part of all. */
export function shareWords(share: number): string {
  return speaker().figure(`${(100 * share).toFixed(1)}%`);
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
