import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { AcquisitionRecord } from '../spectrum/spectrum';
import { cubicRoot } from './cubic-root';
import { sentence } from '../../words/told/sentence';

/** The calibration of a time-of-flight axis, as in the acquisition's record. */
export type TofCalibration = NonNullable<AcquisitionRecord['calibration']>;

/**
 * Computes the m/z of every point of a time-of-flight axis: t = delay + i * dwell (ns) and, with A = ML3, B =
 * sqrt(1e12 / ML1) and C = ML2 - t, the square of the root of A x^2 + B x + C = 0. Titulaer et al. 2006,
 * doi:10.1186/1471-2105-7-403. A cubic calibration adds a term of x^3 and an offset that is subtracted from
 * the square; see `cubic-root.ts`.
 *
 * An acquisition may begin before mass zero, where the root is negative or does not exist: no ion can arrive
 * there, and these first points have no m/z.
 *
 * @returns [points, less those before mass zero] m/z, positive and strictly ascending; a Problem when the
 * constants do not yield such an axis
 */
export function timeOfFlightToMz(
  calibration: TofCalibration,
): Result<Float64Array, Problem<'calibration-root'>> {
  const { delay, dwell, points, offset = 0 } = calibration;
  const rootAt = rootFinder(calibration);
  let previous = 0;
  let first = 0;
  // Written so that NaN, the root of a negative number, counts as before mass zero, too.
  while (first < points) {
    const root = rootAt(delay + first * dwell, previous);
    if (root > 0 && root * root - offset > 0) break;
    first += 1;
  }
  if (first === points) return err(badRoot(calibration, 0));
  const mz = new Float64Array(points - first);
  for (let i = 0; i < mz.length; i++) {
    const root = rootAt(delay + (first + i) * dwell, previous);
    const value = root * root - offset;
    if (!(root > previous && value < Infinity)) return err(badRoot(calibration, first + i));
    previous = root;
    mz[i] = value;
  }
  return ok(mz);
}

/**
 * Computes, from a time of flight in ns and the root of an earlier one, the square root of its m/z before the
 * offset.
 */
type RootAt = (time: number, previous: number) => number;

function rootFinder({ ml1, ml2, ml3, cubic = 0 }: TofCalibration): RootAt {
  const a = ml3;
  const b = Math.sqrt(1e12 / ml1);
  if (cubic !== 0) return cubicRoot(cubic, a, b, ml2);
  if (a === 0) return (time) => -(ml2 - time) / b;
  return (time) => {
    const c = ml2 - time;
    return (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  };
}

function badRoot(calibration: TofCalibration, point: number): Problem<'calibration-root'> {
  const { ml1, ml2, ml3, delay, dwell, points, cubic, offset } = calibration;
  const at = { time: delay + point * dwell, delay, dwell, point: point + 1, points };
  const quadratic = { ml1, ml2, ml3, ...at };
  return problem(
    'calibration-root',
    cubic === undefined
      ? sentence('acquisition.noMass', quadratic)
      : sentence('acquisition.noMassCubic', { ...quadratic, cubic, offset: offset ?? 0 }),
    sentence('acquisition.noMassCure'),
  );
}
