import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Spectrum } from './spectrum';

const CURE = 'Export the spectrum again from the instrument, or leave this file out.';

/**
 * The only way to a `Spectrum`: what it lets through has as many intensities as m/z values, m/z
 * finite, positive and strictly ascending, intensities finite and not negative.
 *
 * @param mz [points] Da per charge. Kept, not copied.
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
        `The spectrum has ${mz.length} m/z values but ${intensity.length} intensities.`,
        CURE,
      ),
    );
  }
  let previous = 0;
  for (let i = 0; i < mz.length; i++) {
    const here = mz[i]!;
    // Written so that NaN fails it too.
    if (!(here > previous && here < Infinity)) {
      return err(
        problem(
          'spectrum-mz',
          `The m/z values do not ascend: point ${i + 1} is ${here}, the one before it ${previous}.`,
          CURE,
        ),
      );
    }
    previous = here;
    const counts = intensity[i]!;
    if (!(counts >= 0 && counts < Infinity)) {
      return err(
        problem(
          'spectrum-intensity',
          `The intensity at m/z ${here.toFixed(1)} is ${counts}, which is no count.`,
          CURE,
        ),
      );
    }
  }
  return ok({ mz, intensity });
}
