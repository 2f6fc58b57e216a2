/** Fewer plates than this say nothing of growth: a tenth would be a plate or two. */
export const LEAST_PLATES = 100;

/** The first tenth is left out, in which threads start and code is compiled. */
const BEGINNING = 1;

/** Most that the last tenth may take, as a multiple of the second. */
export const MOST_GROWTH = 1.1;

/** The memory of one tenth of the plates of a cohort, in megabytes. */
export interface Tenth {
  readonly peak: number;
  /** When its last plate was done. */
  readonly after: number;
}

/** Gathers what memory a process had while it did the tenths of its plates, one after another. */
export class MemoryByTenth {
  readonly #plates: number;
  readonly #tenths: (Tenth | null)[] = Array.from({ length: 10 }, () => null);

  constructor(plates: number) {
    this.#plates = plates;
  }

  /** @param done how many plates were done when the memory was read */
  add(done: number, megabytes: number): void {
    const tenth = Math.min(9, Math.floor((10 * done) / this.#plates));
    const known = this.#tenths[tenth];
    this.#tenths[tenth] = { peak: Math.max(known?.peak ?? 0, megabytes), after: megabytes };
  }

  /** Those in which the memory was read at all. */
  get tenths(): readonly (Tenth | null)[] {
    return this.#tenths;
  }

  /** The peak of the last tenth as a multiple of that of the second; null where one was not read. */
  get growth(): number | null {
    const [early, late] = [this.#tenths[BEGINNING], this.#tenths.at(-1)];
    return early && late ? late.peak / early.peak : null;
  }
}
