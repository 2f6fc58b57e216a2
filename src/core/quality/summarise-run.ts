import type { Problem } from '../problem';
import type { SampleRow, SpectrumRow } from '../job/types';
import { atOnce, type Steps } from '../steps';
import { findDrift, findOutliers, findWeakness, type Outlier } from './run-findings';
import type { Verdict } from './judge';
import { QUALITY_LIMITS } from './limits';
import { measuredRows } from './measured-values';

/** What a run's spectra say together. */
export interface RunQuality {
  /** Version of the limits that were held against it. */
  readonly limits: string;
  /** Samples by verdict; `unrated` have no spectrum that could be measured. */
  readonly samples: Readonly<Record<Verdict | 'unrated', number>>;
  /** What concerns the run as a whole, as an instrument that is off; the gravest first. */
  readonly findings: readonly Problem[];
  readonly outliers: readonly Outlier[];
}

/** @param verdictOf of a sample's quality; null where there is none */
export function summariseRun(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  verdictOf: (sample: SampleRow) => Verdict | null,
): RunQuality {
  return atOnce(summariseRunInSteps(samples, spectra, verdictOf));
}

/** The same, of a run of thousands. */
export function* summariseRunInSteps(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  verdictOf: (sample: SampleRow) => Verdict | null,
): Steps<RunQuality> {
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
