import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Spectrum } from './spectrum';
import { sentence } from '../../words/told/sentence';

const CURE = sentence('acquisition.exportAgain');

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
        sentence('acquisition.lengths', { mz: mz.length, intensity: intensity.length }),
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
          sentence('acquisition.noCount', { mz: mz[i]!.toFixed(1), counts }),
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
        sentence('acquisition.mzAscent', { point: i + 1, here, previous }),
        CURE,
      );
    }
    previous = here;
  }
  return null;
}
