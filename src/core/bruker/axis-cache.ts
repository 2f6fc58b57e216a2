import type { Problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import { checkMassRange } from '../spectrum/mass-range';
import { timeOfFlightToMz, type TofCalibration } from './tof-to-mz';

export type MzAxis = Result<
  Float64Array,
  Problem<'calibration-root' | 'mass-range' | 'sampled-coarsely'>
>;

/**
 * Keeps the m/z axes of the most recent calibrations. The spectra of a run share their calibration, and with
 * it one array, which nobody may write to or transfer.
 */
export class AxisCache {
  readonly #limit: number;
  // A Map keeps its keys in order of insertion, so the first is the least recently used.
  readonly #axes = new Map<string, MzAxis>();

  /** @param limit number of axes to keep; one of 21,424 points takes 171 kB */
  constructor(limit = 16) {
    this.#limit = limit;
  }

  /**
   * Returns the axis of a calibration. It is checked: ascending, over the whole-cell range and finely enough
   * sampled. It has fewer points than the calibration where these begin before mass zero.
   */
  mz(calibration: TofCalibration): MzAxis {
    const { ml1, ml2, ml3, cubic = 0, offset = 0, delay, dwell, points } = calibration;
    const key = [ml1, ml2, ml3, cubic, offset, delay, dwell, points].join('/');
    const axis = this.#axes.get(key) ?? checkedAxis(calibration);
    this.#axes.delete(key);
    this.#axes.set(key, axis);
    if (this.#axes.size > this.#limit) {
      const [oldest] = this.#axes.keys();
      this.#axes.delete(oldest!);
    }
    return axis;
  }
}

function checkedAxis(calibration: TofCalibration): MzAxis {
  const mz = timeOfFlightToMz(calibration);
  if (!mz.ok) return mz;
  const fault = checkMassRange(mz.value);
  return fault === null ? ok(mz.value) : err(fault);
}
