import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { AcquisitionRecord } from '../spectrum/spectrum';

/** The calibration of a time-of-flight axis, as the acquisition's record keeps it. */
export type TofCalibration = NonNullable<AcquisitionRecord['calibration']>;

/**
 * The m/z of every point of a time-of-flight axis: t = delay + i * dwell (ns) and, with A = ML3,
 * B = sqrt(1e12 / ML1) and C = ML2 - t, the square of the root of A x^2 + B x + C = 0.
 * Titulaer et al. 2006, doi:10.1186/1471-2105-7-403.
 *
 * @returns [points] m/z, strictly ascending; a Problem when the constants give no such axis
 */
export function timeOfFlightToMz(
  calibration: TofCalibration,
): Result<Float64Array, Problem<'calibration-root'>> {
  const { ml1, ml2, ml3, delay, dwell, points } = calibration;
  const a = ml3;
  const b = Math.sqrt(1e12 / ml1);
  const mz = new Float64Array(points);
  let previous = -1;
  for (let i = 0; i < points; i++) {
    const c = ml2 - (delay + i * dwell);
    const root = a === 0 ? -c / b : (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    // Written so that NaN, the root of a negative number, fails it too.
    if (!(root > previous && root >= 0 && root < Infinity)) return err(badRoot(calibration, i));
    previous = root;
    mz[i] = root * root;
  }
  return ok(mz);
}

function badRoot(calibration: TofCalibration, point: number): Problem<'calibration-root'> {
  const { ml1, ml2, ml3, delay, dwell, points } = calibration;
  return problem(
    'calibration-root',
    `The calibration ML1= ${ml1}, ML2= ${ml2}, ML3= ${ml3} gives no mass at ` +
      `${delay + point * dwell} ns (DELAY= ${delay}, DW= ${dwell}, point ${point + 1} of ${points}): ` +
      'the root is negative or does not ascend.',
    'Calibrate the instrument and measure again, or export the spectrum as mzML.',
  );
}
