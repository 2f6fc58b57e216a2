import type { SpectrumRow } from '../core/job/types';
import type { Problem } from '../core/problem';
import type { Group } from './replicates';

/** What the job knows of one acquisition. */
export interface AcquisitionState {
  readonly source: number;
  /** Inside its source. */
  readonly path: string;
  /** Null until it is settled. */
  row: SpectrumRow | null;
  /** Index of the sample that is made of this spectrum alone; null when a group has it. */
  sample: number | null;
  /** Group of replicates that has this spectrum; null when it is a sample by itself. */
  group: Group | null;
  /** Why it is left out, when that was known before its row was made. */
  leftOut: Problem | null;
}

/** @returns a key that identifies a file among all files of a drop */
export function keyOf(source: number, path: string): string {
  return `${source}/${path}`;
}

/** One of something for each source of a job, made when it is first needed. */
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
