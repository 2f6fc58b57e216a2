import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { Verdict } from '../../core/quality/judge';
import { summariseRunInSteps, type RunQuality } from '../../core/quality/summarise-run';
import { inSlices } from '../../engine/in-slices';

/** Computes the quality of a whole run, in slices. Null once the signal is aborted. */
export function rateRun(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  verdictOf: (sample: SampleRow) => Verdict | null,
  signal: AbortSignal,
): Promise<RunQuality | null> {
  return inSlices(summariseRunInSteps(samples, spectra, verdictOf), signal);
}
