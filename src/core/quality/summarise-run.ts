import type { Problem } from '../problem';
import type { SampleRow, SpectrumRow } from '../job/types';
import { runToEnd, type Interruptible } from '../interruptible';
import { findDrift, findOutliers, findWeakness, type Outlier } from './run-findings';
import type { Verdict } from './judge';
import { QUALITY_LIMITS } from './limits';
import { measuredRows } from './measured-values';

/** Quality of a run as a whole. */
export interface RunQuality {
  /** Version of the limits that were applied. */
  readonly limits: string;
  /** Number of samples by verdict; `unrated` samples have no spectrum that could be measured. */
  readonly samples: Readonly<Record<Verdict | 'unrated', number>>;
  /** Problems of the run as a whole, such as a badly calibrated instrument; the most serious first. */
  readonly findings: readonly Problem[];
  readonly outliers: readonly Outlier[];
}

/**
 * Summarises the quality of a run.
 *
 * @param verdictOf returns the verdict of a sample's quality; null where there is none
 */
export function summariseRun(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  verdictOf: (sample: SampleRow) => Verdict | null,
): RunQuality {
  return runToEnd(summariseRunInSteps(samples, spectra, verdictOf));
}

/** Does the same in steps, for a run of thousands of spectra. */
export function* summariseRunInSteps(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  verdictOf: (sample: SampleRow) => Verdict | null,
): Interruptible<RunQuality> {
  const counts = { pass: 0, warn: 0, fail: 0, unrated: 0 };
  for (const sample of samples) {
    counts[verdictOf(sample) ?? 'unrated'] += 1;
    yield;
  }
  const measured = yield* measuredRows(spectra);
  const drift = findDrift(measured);
  yield;
  const weakness = findWeakness(samples, spectra, measured);
  yield;
  return {
    limits: QUALITY_LIMITS.version,
    samples: counts,
    findings: [...drift, ...weakness],
    outliers: yield* findOutliers(measured),
  };
}
