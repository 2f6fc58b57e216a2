import type { SpectrumOutcome } from '../core/job/outcome';
import type { SpectrumRow } from '../core/job/types';
import { problem, type Problem } from '../core/problem';
import { calibrationKey } from './shared-parts';

/** Finds spectra that are byte by byte the same, with the same calibration. */
export class DuplicateSpectra {
  /** Index of the first spectrum by checksum; of its other calibrations by checksum and calibration. */
  readonly #firstOf = new Map<string, number>();

  /**
   * @param rowOf a settled spectrum's row
   * @returns index of the first spectrum that is the same; null for the first, and for empty spectra,
   *   which are alike without being copies
   */
  find(
    { index, answer, sha256, record }: SpectrumOutcome,
    rowOf: (index: number) => SpectrumRow,
  ): number | null {
    if (answer?.ok !== true || sha256 === null) return null;
    const calibration = calibrationKey(record);
    const sameBytes = this.#firstOf.get(sha256);
    // A key of both for every spectrum would be as many long texts as spectra.
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
    `This is the same spectrum, byte by byte, as ${original.name} in ${original.path}: it counts once.`,
    'Nothing to do, unless the two should have been different measurements.',
    path,
  );
}
