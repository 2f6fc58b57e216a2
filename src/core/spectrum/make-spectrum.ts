import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Spectrum } from './spectrum';
import { groupDigits } from '../text';

const CURE = 'Export the spectrum again from the instrument, or leave this file out.';

/** Axes that were found to ascend. Spectra of one calibration share their axis, so it is checked once. */
const ascending = new WeakSet<Float64Array>();

/**
 * Makes a `Spectrum`, which is the only way to get one. Checks that there are as many intensities as m/z
 * values, that m/z is finite, positive and strictly ascending, and that intensities are finite and not
 * negative.
 *
 * @param mz [points] Da per charge. Kept, not copied, and not to be changed afterwards.
 * @param intensity [points] counts. Kept, not copied.
 */
export function makeSpectrum(
  mz: Float64Array,
  intensity: Float64Array,
): Result<Spectrum, Problem<'spectrum-lengths' | 'spectrum-mz' | 'spectrum-intensity'>> {
  if (mz.length !== intensity.length) {
    return err(
      problem(
        'spectrum-lengths',
        `The spectrum has ${groupDigits(mz.length)} m/z values but ${groupDigits(intensity.length)} intensities.`,
        CURE,
      ),
    );
  }
  if (!ascending.has(mz)) {
    const fault = checkAscent(mz);
    if (fault !== null) return err(fault);
    ascending.add(mz);
  }
  for (let i = 0; i < intensity.length; i++) {
    const counts = intensity[i]!;
    // Written so that NaN fails it too.
    if (!(counts >= 0 && counts < Infinity)) {
      return err(
        problem(
          'spectrum-intensity',
          `The intensity at m/z ${mz[i]!.toFixed(1)} is ${counts}, which is no count.`,
          CURE,
        ),
      );
    }
  }
  return ok({ mz, intensity });
}

function checkAscent(mz: Float64Array): Problem<'spectrum-mz'> | null {
  let previous = 0;
  for (let i = 0; i < mz.length; i++) {
    const here = mz[i]!;
    if (!(here > previous && here < Infinity)) {
      return problem(
        'spectrum-mz',
        `The m/z values do not ascend: point ${i + 1} is ${here}, the one before it ${previous}.`,
        CURE,
      );
    }
    previous = here;
  }
  return null;
}
