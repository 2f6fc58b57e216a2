import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { JudgedMeasure, Verdict } from '../../core/quality/judge';
import { rateSample } from '../../core/quality/rate-sample';

type SpectraOf = (sample: SampleRow) => readonly SpectrumRow[];

interface Judged {
  readonly verdict: Verdict;
  /** The measures that did not pass. */
  readonly faults: readonly JudgedMeasure[];
}

const NO_FAULTS: readonly JudgedMeasure[] = [];

/**
 * Judges samples, each once: rows are replaced when they change, never changed. Measures that passed are not
 * kept, since for thousands of samples they are more than their rows.
 */
export class SampleVerdicts {
  readonly #known = new WeakMap<SampleRow, Judged>();

  /** Returns the verdict on a sample; null where nothing was measured, or not yet. */
  of(sample: SampleRow, spectraOf: SpectraOf): Verdict | null {
    return this.#judge(sample, spectraOf)?.verdict ?? null;
  }

  /** Returns the measures of a sample that did not pass. */
  faultsOf(sample: SampleRow, spectraOf: SpectraOf): readonly JudgedMeasure[] {
    return this.#judge(sample, spectraOf)?.faults ?? NO_FAULTS;
  }

  #judge(sample: SampleRow, spectraOf: SpectraOf): Judged | null {
    const known = this.#known.get(sample);
    if (known !== undefined) return known;
    const rated = rateSample(spectraOf(sample), sample.consensus);
    if (rated === null) return null;
    const { verdict, measures } = rated;
    const faults =
      verdict === 'pass' ? NO_FAULTS : measures.filter((one) => one.verdict !== 'pass');
    const judged = { verdict, faults };
    this.#known.set(sample, judged);
    return judged;
  }
}
