import type { Problem } from '../problem';
import { problem } from '../problem';
import { sentence } from '../../words/told/sentence';

/**
 * The latest start and the earliest end, in m/z, of a spectrum that is still accepted.
 *
 * The bins go from 1950 to 20999, but no real run fills them: Biotyper methods record 2,000 to 20,000 and a
 * little more (1,999.8 to 20,997.0 on one instrument that was measured, 1,962.2 to 20,146.5 on another). The
 * bins outside are then 0, as in the reference. So the range that must be covered is the nominal range of the
 * method, give or take a hundredth for the instrument's calibration.
 */
const MASS_RANGE = { start: 2_020, end: 19_800 } as const;

/**
 * Widest distance that is accepted between neighbouring points in this range of m/z. The marker model was
 * never judged on coarser sampling, and was seen to name species wrongly at 5.6 Da.
 */
const MASS_STEP = { from: 2_000, to: 12_000, widest: 3 } as const;

/**
 * Checks that the m/z axis covers the whole-cell range, finely enough.
 *
 * @param mz [points] ascending. Not changed.
 * @returns null when it does
 */
export function checkMassRange(
  mz: Float64Array,
): Problem<'mass-range' | 'sampled-coarsely'> | null {
  const first = mz[0] ?? NaN;
  const last = mz[mz.length - 1] ?? NaN;
  if (!(first <= MASS_RANGE.start && last >= MASS_RANGE.end)) {
    return problem(
      'mass-range',
      mz.length === 0
        ? sentence('acquisition.coversNothing')
        : sentence('acquisition.covers', { first: first.toFixed(1), last: last.toFixed(1) }),
      sentence('acquisition.coversCure'),
    );
  }
  for (let i = 1; i < mz.length; i++) {
    const step = mz[i]! - mz[i - 1]!;
    if (step > MASS_STEP.widest && mz[i]! > MASS_STEP.from && mz[i - 1]! < MASS_STEP.to) {
      return problem(
        'sampled-coarsely',
        sentence('acquisition.coarse', {
          mz: mz[i]!.toFixed(0),
          step: step.toFixed(1),
          widest: MASS_STEP.widest,
        }),
        sentence('acquisition.coarseCure'),
      );
    }
  }
  return null;
}
