import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { Verdict } from '../../core/quality/judge';
import { rateSample } from '../../core/quality/rate-sample';

type SpectraOf = (sample: SampleRow) => readonly SpectrumRow[];

/**
 * Judges samples, each once: rows are replaced when they change, never changed. The judged measures are not
 * kept, since for thousands of samples they are more than their rows.
 */
export class SampleVerdicts {
  readonly #known = new WeakMap<SampleRow, Verdict>();

  /** Returns the verdict on a sample; null where nothing was measured, or not yet. */
  of(sample: SampleRow, spectraOf: SpectraOf): Verdict | null {
    const known = this.#known.get(sample);
    if (known !== undefined) return known;
    const verdict = rateSample(spectraOf(sample), sample.consensus)?.verdict ?? null;
    if (verdict !== null) this.#known.set(sample, verdict);
    return verdict;
  }
}
