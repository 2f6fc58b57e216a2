import { problem, type Problem } from '../problem';
import type { SpectrumRow } from '../job/types';
import { sentence, type Sentences } from '../../words/told/sentence';
import { CALIBRANT_TOLERANCE_PPM, LEAST_CALIBRANT_MASSES } from './calibrant-masses';
import type { CalibrantMeasures } from './measure-calibrant';

/** A calibration spot of which somebody looked what is on it. */
export interface CalibrationSpot {
  readonly name: string;
  readonly spot: string;
  /** Null where it could not be read. */
  readonly measures: CalibrantMeasures | null;
}

/** Whether a calibration spot is what it should be; else it shows too few masses, is off, or could not be read. */
export type CalibrantVerdict = 'right' | 'few' | 'off' | 'unread';

/** @returns null for a sample, and for a calibration spot that nobody looked at */
export function calibrationSpotOf({
  name,
  spot,
  status,
  reason,
  calibrant,
}: SpectrumRow): CalibrationSpot | null {
  const isLeftOut = status === 'skipped' && reason?.kind === 'calibration-spot';
  return isLeftOut && calibrant !== undefined ? { name, spot, measures: calibrant } : null;
}

/** Lists the judged calibration spots among the spectra of a job. */
export function calibrationSpotsOf(spectra: Iterable<SpectrumRow>): readonly CalibrationSpot[] {
  const spots: CalibrationSpot[] = [];
  for (const row of spectra) {
    const spot = calibrationSpotOf(row);
    if (spot !== null) spots.push(spot);
  }
  return spots;
}

export function judgeCalibrant({ measures }: Pick<CalibrationSpot, 'measures'>): CalibrantVerdict {
  if (measures === null) return 'unread';
  const { found, shiftPpm } = measures;
  if (found < LEAST_CALIBRANT_MASSES || shiftPpm === null) return 'few';
  return Math.abs(shiftPpm) > CALIBRANT_TOLERANCE_PPM ? 'off' : 'right';
}

/** Whether the masses of the run are in doubt. */
export function isFailedCalibrant(spot: Pick<CalibrationSpot, 'measures'>): boolean {
  return judgeCalibrant(spot) !== 'right';
}

/** Tells what became of a calibration spot in one sentence. */
export function tellCalibrant(one: CalibrationSpot): Sentences {
  const { measures, spot } = one;
  const name = spot === '' ? one.name : sentence('control.at', { name: one.name, spot });
  if (measures === null) return sentence('control.calibrantUnread', { name });
  const { found, of, shiftPpm } = measures;
  const shift = signed(shiftPpm ?? 0);
  switch (judgeCalibrant(one)) {
    case 'off':
      return sentence('control.calibrantOff', {
        name,
        found,
        of,
        shift,
        limit: CALIBRANT_TOLERANCE_PPM,
      });
    case 'right':
      return sentence('control.calibrantRight', { name, found, of, shift });
    default:
      return sentence('control.calibrantFew', { name, found, of, least: LEAST_CALIBRANT_MASSES });
  }
}

function signed(value: number): string {
  const rounded = Math.round(value);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
}

/** What to do about a calibration spot that fails. */
export const CALIBRANT_CURE = sentence('control.calibrantCure');

/** Returns the problem of a calibration spot that fails. */
export function calibrantProblem(spot: CalibrationSpot): Problem<'calibration-spot-failed'> {
  return problem('calibration-spot-failed', tellCalibrant(spot), CALIBRANT_CURE);
}
