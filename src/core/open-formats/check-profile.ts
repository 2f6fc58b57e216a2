import type { SpectrumMeasures } from '../job/types';
import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import { makeSpectrum } from '../spectrum/make-spectrum';
import { checkMassRange } from '../spectrum/mass-range';
import type { Spectrum } from '../spectrum/spectrum';
import { fillGaps, type Points } from './fill-gaps';
import { judgeForm, LEAST_POINTS, peakListProblem } from './form';
import { sentence, type Sentence } from '../../words/told/sentence';

/** Points of a spectrum, at most; the same as of a Bruker fid (`bruker/parse-fid.ts`). */
export const MAX_POINTS = 1_048_576;

/** No detector counts further, and sums of squares stay far from where numbers end. */
const MOST_COUNTS = 1e15;

/** A spectrum of an open format that may go to a model. */
export interface CheckedProfile {
  readonly spectrum: Spectrum;
  readonly measures: SpectrumMeasures;
  readonly warnings: readonly Problem[];
}

/**
 * From the numbers that a file holds to a spectrum: is it a whole-cell profile as it was recorded?
 * Negative intensities count as 0, as in a fid; points that a converter left out because they were 0 are
 * put back. Problems carry no path.
 *
 * @param points as the file has them. The intensities are changed: they are the caller's no more.
 */
export function checkProfile(points: Points): Result<CheckedProfile, Problem> {
  const { mz, intensity } = points;
  if (mz.length === 0) return err(emptyProblem(sentence('openFormat.noPoints')));
  if (mz.length > MAX_POINTS) return err(TOO_MANY_POINTS);
  if (mz.length < LEAST_POINTS) return err(peakListProblem(mz.length));
  const negative = clipNegative(intensity);
  // Before anything is made of the steps between the points: do they ascend at all?
  const checked = makeSpectrum(mz, intensity);
  if (!checked.ok) return checked;
  const whole = fillGaps(points, MAX_POINTS);
  if (whole === null) return err(TOO_MANY_POINTS);

  let totalIntensity = 0;
  let maxIntensity = 0;
  for (const counts of intensity) {
    totalIntensity += counts;
    if (counts > maxIntensity) maxIntensity = counts;
  }
  if (maxIntensity === 0) {
    return err(emptyProblem(sentence('openFormat.zero', { points: mz.length })));
  }
  if (maxIntensity > MOST_COUNTS) return err(tooIntense(maxIntensity));
  const range = checkMassRange(whole.mz);
  if (range !== null) return err(range);
  const { refusal, warning } = judgeForm(whole.mz, whole.intensity, negative);
  if (refusal !== null) return err(refusal);
  const spectrum = makeSpectrum(whole.mz, whole.intensity);
  if (!spectrum.ok) return spectrum;
  return ok({
    spectrum: spectrum.value,
    measures: {
      points: whole.mz.length,
      mzFirst: whole.mz[0]!,
      mzLast: whole.mz.at(-1)!,
      totalIntensity,
      maxIntensity,
      peaks: null,
      quality: null,
    },
    warnings: [
      ...(negative > 0 ? [negativeWarning(negative, mz.length)] : []),
      ...(whole.filled > 0 ? [gapWarning(whole.filled)] : []),
      ...(warning === null ? [] : [warning]),
    ],
  });
}

/** @returns how many were negative */
function clipNegative(intensity: Float64Array): number {
  let negative = 0;
  for (let i = 0; i < intensity.length; i++) {
    // -Infinity is no count either way: it is left for the check to find.
    if (intensity[i]! < 0 && intensity[i]! > -Infinity) {
      intensity[i] = 0;
      negative++;
    }
  }
  return negative;
}

function negativeWarning(negative: number, points: number): Problem<'negative-intensity'> {
  return problem(
    'negative-intensity',
    sentence('acquisition.negative', { count: negative, points }),
    sentence('openFormat.negativeCure'),
  );
}

function gapWarning(filled: number): Problem<'gaps-filled'> {
  return problem(
    'gaps-filled',
    sentence('openFormat.gaps', { count: filled }),
    sentence('openFormat.gapsCure'),
  );
}

/** An acquisition that recorded nothing. */
export function emptyProblem(why: Sentence): Problem<'no-spectrum'> {
  return problem(
    'no-spectrum',
    sentence('acquisition.noSpectrum', { why }),
    sentence('openFormat.noSpectrumCure'),
  );
}

function tooIntense(counts: number): Problem<'spectrum-intensity'> {
  return problem(
    'spectrum-intensity',
    sentence('openFormat.tooIntense', { counts }),
    sentence('acquisition.exportAgain'),
  );
}

const TOO_MANY_POINTS = problem(
  'spectrum-size',
  sentence('openFormat.tooManyPoints', { most: MAX_POINTS }),
  sentence('acquisition.checkFile'),
);
