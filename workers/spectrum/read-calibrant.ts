import {
  type CalibrantMeasures,
  measureCalibrant,
  NO_MASSES,
} from '../../src/core/calibrant/measure-calibrant';
import { CALIBRANT_MIN_OVER_NOISE } from '../../src/core/calibrant/calibrant-masses';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import type { Preprocessor } from '../../src/kernel/preprocessor';

/**
 * Looks for the known masses on a calibration spot, among the same peaks as are counted of a sample.
 *
 * @param room provides the array for the vector
 * @returns null where the spot could not be read
 */
export function readCalibrant(
  spectrum: Result<{ readonly spectrum: Spectrum }, Problem>,
  preprocessor: Preprocessor,
  room: (length: number) => Float64Array<ArrayBuffer>,
): CalibrantMeasures | null {
  // An empty spot was measured, and found to be empty.
  if (!spectrum.ok) return spectrum.error.kind === 'no-spectrum' ? NO_MASSES : null;
  const vector = preprocessor.run(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS, room);
  const { peaks } = preprocessor.findPeaks(vector, ONE_DALTON_BINS, CALIBRANT_MIN_OVER_NOISE);
  return measureCalibrant(peaks);
}
