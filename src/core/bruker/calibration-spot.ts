import { type Problem, problem } from '../problem';
import type { KnownAnalyte } from './run-info';
import { sentence } from '../../words/told/sentence';

/** Names of folders and analytes that hold the calibrant, the bacterial test standard, maybe numbered. */
const CALIBRANT = /^(BTS|Autocalibration)([ _.-]?\d+)?$/i;

/**
 * Decides whether an acquisition calibrates the instrument rather than measures a sample: by the names of its
 * folders and, where the run information has them, by the analyte's name and context (`id` is a sample's).
 */
export function isCalibrationSpot(path: string, analyte: KnownAnalyte | null): boolean {
  if (path.split('/').some((folder) => CALIBRANT.test(folder))) return true;
  if (analyte === null) return false;
  return (
    CALIBRANT.test(analyte.name) ||
    (analyte.context !== '' && analyte.context.toLowerCase() !== 'id')
  );
}

/** @returns why a calibration spot is left out; null for a sample */
export function calibrationSpot(
  path: string,
  analyte: KnownAnalyte | null,
): Problem<'calibration-spot'> | null {
  if (!isCalibrationSpot(path, analyte)) return null;
  return problem(
    'calibration-spot',
    analyte?.context
      ? sentence('acquisition.calibrationSpotContext', { context: analyte.context })
      : sentence('acquisition.calibrationSpot'),
    sentence('acquisition.calibrationSpotCure'),
    path,
  );
}
