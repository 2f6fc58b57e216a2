import { type Problem, problem } from '../problem';
import type { RunAnalyte } from './run-info';

/** Names of folders and analytes that hold the calibrant, the bacterial test standard, maybe numbered. */
const CALIBRANT = /^(BTS|Autocalibration)([ _.-]?\d+)?$/i;

/**
 * Decides whether an acquisition calibrates the instrument rather than measures a sample: by the names of its
 * folders and, where the run information has them, by the analyte's name and context (`id` is a sample's).
 */
export function isCalibrationSpot(path: string, analyte: RunAnalyte | null): boolean {
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
  analyte: RunAnalyte | null,
): Problem<'calibration-spot'> | null {
  if (!isCalibrationSpot(path, analyte)) return null;
  const context = analyte?.context ? ` (context ${analyte.context})` : '';
  return problem(
    'calibration-spot',
    `This is a calibration spot${context}, not a sample: it was left out.`,
    'Nothing to do. If it is a sample after all, give its folder another name than BTS or ' +
      'Autocalibration and drop it without runInfo.json.',
    path,
  );
}
