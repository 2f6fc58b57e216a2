import type { SpectrumOutcome } from '../core/job/outcome';
import type { SpectrumRow } from '../core/job/types';
import { problem, type Problem } from '../core/problem';
import { calibrationKey } from './shared-parts';
import { sentence } from '../words/told/sentence';

/** Finds spectra with equal bytes and equal calibration. */
export class DuplicateSpectra {
  /**
   * Index of the first spectrum by checksum; for further calibrations of the same bytes, by checksum and
   * calibration.
   */
  readonly #firstOf = new Map<string, number>();

  /**
   * Finds the first spectrum that is equal to this one.
   *
   * @param rowOf returns a settled spectrum's row
   * @returns its index; null for the first spectrum itself, and for empty spectra, which are equal without
   * being copies
   */
  find(
    { index, answer, sha256, record }: SpectrumOutcome,
    rowOf: (index: number) => SpectrumRow,
  ): number | null {
    if (answer?.ok !== true || sha256 === null) return null;
    const calibration = calibrationKey(record);
    const sameBytes = this.#firstOf.get(sha256);
    // The long key is stored only where checksums repeat, to save memory.
    if (sameBytes === undefined) this.#firstOf.set(sha256, index);
    else if (calibrationKey(rowOf(sameBytes).record) !== calibration) {
      const key = `${sha256} ${calibration}`;
      const first = this.#firstOf.get(key);
      if (first === undefined) this.#firstOf.set(key, index);
      return first ?? null;
    }
    return sameBytes ?? null;
  }
}

export function duplicateProblem(original: SpectrumRow, path: string): Problem {
  return problem(
    'duplicate-spectrum',
    sentence('job.duplicate', { name: original.name, path: original.path }),
    sentence('job.duplicateCure'),
    path,
  );
}
