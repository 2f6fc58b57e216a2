import { timeOfFlightToMz, type TofCalibration } from '../core/bruker/tof-to-mz';

/** A linear-mode axis of 1.9 to 21.2 kDa, with the constants of a real Biotyper's calibration. */
export const LINEAR_AXIS: TofCalibration = {
  ml1: 5399308.43132565,
  ml2: 417.068833806938,
  ml3: -0.0141687138206931,
  delay: 19634,
  dwell: 2,
  points: 21424,
};

/** @returns [points] m/z (Da per charge) of `LINEAR_AXIS`, ascending */
export function linearMz(): Float64Array {
  const mz = timeOfFlightToMz(LINEAR_AXIS);
  if (!mz.ok) throw new Error(mz.error.kind);
  return mz.value;
}

/**
 * Computes the position of an m/z on an axis, in points (0 is the first; fractions between points): the
 * inverse of `timeOfFlightToMz`, t = ML2 + sqrt(1e12 / ML1) sqrt(m/z) + ML3 m/z (Titulaer et al. 2006,
 * doi:10.1186/1471-2105-7-403).
 */
export function positionOf(mz: number, axis: TofCalibration): number {
  const timeOfFlight = axis.ml2 + Math.sqrt(1e12 / axis.ml1) * Math.sqrt(mz) + axis.ml3 * mz;
  return (timeOfFlight - axis.delay) / axis.dwell;
}
