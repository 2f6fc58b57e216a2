import type { SpectrumRow } from '../core/job/types';
import type { Problem } from '../core/problem';
import type { Group } from './replicates';

/** State of one acquisition of a job. */
export interface AcquisitionState {
  readonly source: number;
  /** Path inside its source. */
  readonly path: string;
  /** Null until the acquisition is settled. */
  row: SpectrumRow | null;
  /** Index of the sample that consists of this spectrum alone; null when it belongs to a group. */
  sample: number | null;
  /** Group of replicates that this spectrum belongs to; null when it is a sample by itself. */
  group: Group | null;
  /** The reason why it is left out, when that was known before its row was made. */
  leftOut: Problem | null;
}

/** @returns a key that identifies a file among all files of a drop */
export function keyOf(source: number, path: string): string {
  return `${source}/${path}`;
}

/** A map from a job's sources to objects that are made when first needed. */
export class BySource<T> {
  readonly #made = new Map<number, T>();
  readonly #make: () => T;

  constructor(make: () => T) {
    this.#make = make;
  }

  get(source: number): T | undefined {
    return this.#made.get(source);
  }

  of(source: number): T {
    let one = this.#made.get(source);
    if (one === undefined) this.#made.set(source, (one = this.#make()));
    return one;
  }
}
