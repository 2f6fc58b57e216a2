import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { rateSample, type SampleQuality } from '../../core/quality/rate-sample';

type SpectraOf = (sample: SampleRow) => readonly SpectrumRow[];

/** Qualities of samples, each judged once: rows are replaced when they change, never changed. */
export class SampleQualities {
  readonly #known = new WeakMap<SampleRow, SampleQuality>();

  /** Null where nothing was measured, or not yet. */
  of(sample: SampleRow, spectraOf: SpectraOf): SampleQuality | null {
    const known = this.#known.get(sample);
    if (known !== undefined) return known;
    const quality = rateSample(spectraOf(sample), sample.consensus);
    if (quality !== null) this.#known.set(sample, quality);
    return quality;
  }
}
