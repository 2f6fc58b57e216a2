import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { SampleQuality } from '../../core/quality/rate-sample';
import { summariseRun, type RunQuality } from '../../core/quality/summarise-run';

/** Milliseconds of work between two looks at whether the page has something else to do. */
const slice = 8;

/** The quality of a whole run, computed in slices. Null once the signal is aborted. */
export async function rateRun(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  rate: (sample: SampleRow) => SampleQuality | null,
  signal: AbortSignal,
): Promise<RunQuality | null> {
  let pauseAt = performance.now() + slice;
  for (const sample of samples) {
    rate(sample);
    if (performance.now() < pauseAt) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
    pauseAt = performance.now() + slice;
  }
  return summariseRun(samples, spectra, rate);
}
