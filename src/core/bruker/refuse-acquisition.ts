import type { Problem } from '../problem';
import { problem } from '../problem';
import type { AcquFields } from './acqu-fields';

/**
 * Is this an acquisition that no one may take for a linear whole-cell spectrum with a quadratic
 * calibration? Null when it is none of these.
 *
 * - LIFT (MS/MS of one precursor): folder `900.1.LIFT`, `SPType` 2.
 * - Reflector: folder `1SRef`, `AQOP_m` 1.
 * - Cubic calibration: `NTBCal` holds `CTOF2CalibrationConstants`, whose constants the quadratic
 *   formula does not use; the masses would be off by up to 4,000 Da.
 *
 * @param path path of the fid, `/` between folders
 */
export function refuseAcquisition(
  path: string,
  fields: AcquFields,
): Problem<'lift-spectrum' | 'reflector-spectrum' | 'cubic-calibration'> | null {
  const folders = path.split('/').slice(0, -1);
  if (fields.get('SPType') === '2' || folders.some((folder) => /\.LIFT$/i.test(folder))) {
    return problem(
      'lift-spectrum',
      'This is a LIFT (MS/MS) spectrum of a single precursor, not a whole-cell spectrum.',
      'Measure the spot in linear mode, 2,000 to 20,000 Da, and drop that run.',
    );
  }
  if (fields.get('AQOP_m') === '1' || folders.some((folder) => /(^|_)\d+SRef$/i.test(folder))) {
    return problem(
      'reflector-spectrum',
      'This spectrum was measured in reflector mode; the species are told apart on linear-mode ' +
        'spectra only.',
      'Measure the spot in linear mode, 2,000 to 20,000 Da, and drop that run.',
    );
  }
  if (fields.get('NTBCal')?.includes('CTOF2CalibrationConstants')) {
    return problem(
      'cubic-calibration',
      'This spectrum has a cubic calibration (NTBCal= CTOF2CalibrationConstants), which is not ' +
        'supported: its masses would be wrong by up to 4,000 Da.',
      'Calibrate with the quadratic method and save the spectrum again, or export it as mzML with ' +
        'the calibration applied.',
    );
  }
  return null;
}
