import type { ModelAnswer } from '../core/job/outcome';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../core/job/types';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import { KeptNumbers } from './kept-numbers';

/** Rows that are new or changed since the last call. */
export interface Changes {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: readonly { readonly sample: number; readonly evidence: MarkerEvidence }[];
  readonly withdrawn: readonly number[];
}

/** The samples of a job, and the rows that changed since the last call of `take`. */
export class RowChanges {
  readonly #samples = new Map<number, SampleRow>();
  readonly #numbers = new KeptNumbers();
  #spectra = new Map<number, SpectrumRow>();
  #changed = new Map<number, SampleRow>();
  #evidence = new Map<number, MarkerEvidence>();
  #withdrawn = new Set<number>();

  /** Current number of samples. */
  get samples(): number {
    return this.#samples.size;
  }

  sample(index: number): SampleRow | undefined {
    return this.#samples.get(index);
  }

  setSpectrum(row: SpectrumRow): void {
    this.#spectra.set(row.index, row);
  }

  /** @param answer from which the sample's call is made; null when only its name or spot has changed */
  setSample(sample: SampleRow, answer: Result<ModelAnswer, Problem> | null): void {
    const { probabilities } = sample;
    const isNew = answer !== null && probabilities.length > 0;
    const kept = isNew ? { ...sample, probabilities: this.#numbers.keep(probabilities) } : sample;
    this.#samples.set(sample.index, kept);
    this.#changed.set(sample.index, kept);
    if (answer?.ok === true && answer.value.evidence !== null) {
      this.#evidence.set(sample.index, answer.value.evidence);
    }
  }

  withdraw(sample: number): void {
    this.#evidence.delete(sample);
    this.#changed.delete(sample);
    if (this.#samples.delete(sample)) this.#withdrawn.add(sample);
  }

  take(): Changes {
    const changes: Changes = {
      spectra: [...this.#spectra.values()],
      samples: [...this.#changed.values()],
      evidence: [...this.#evidence].map(([sample, evidence]) => ({ sample, evidence })),
      withdrawn: [...this.#withdrawn],
    };
    this.#spectra = new Map();
    this.#changed = new Map();
    this.#evidence = new Map();
    this.#withdrawn = new Set();
    return changes;
  }
}
