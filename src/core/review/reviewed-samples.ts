import type { SampleRow } from '../job/types';
import type { ReviewEntry } from './entry';
import { type Review, reviewOf, type ReviewState } from './review-of';

/** How many samples of a job are reviewed, and how. */
export type ReviewCounts = Readonly<Record<ReviewState, number>>;

/** The review of a job: its entries by sample. */
export class ReviewedSamples {
  readonly #entries = new Map<string, ReviewEntry[]>();

  /** @param entries of a job, in any order */
  constructor(entries: readonly ReviewEntry[]) {
    for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
      const key = keyOf(entry.spectrum, entry.sample);
      const before = this.#entries.get(key);
      if (before === undefined) this.#entries.set(key, [entry]);
      else before.push(entry);
    }
  }

  /** Returns the review of a sample. */
  of(sample: SampleRow): Review {
    return reviewOf(sample, this.#entries.size === 0 ? [] : this.#entriesOf(sample));
  }

  /** Counts samples by their state. */
  count(samples: readonly SampleRow[]): ReviewCounts {
    const counts = { open: samples.length, reviewed: 0, overridden: 0 };
    if (this.#entries.size === 0) return counts;
    for (const sample of samples) {
      const { state } = this.of(sample);
      counts.open -= 1;
      counts[state] += 1;
    }
    return counts;
  }

  /** Returns the entries on samples that are not among these, such as one that a sheet has taken apart since. */
  apartFrom(samples: readonly SampleRow[]): readonly ReviewEntry[] {
    if (this.#entries.size === 0) return [];
    const apart = new Map(this.#entries);
    for (const sample of samples) for (const key of keysOf(sample)) apart.delete(key);
    return [...apart.values()].flat();
  }

  #entriesOf(sample: SampleRow): readonly ReviewEntry[] {
    const lists = keysOf(sample).flatMap((key) => {
      const entries = this.#entries.get(key);
      return entries === undefined ? [] : [entries];
    });
    if (lists.length < 2) return lists[0] ?? [];
    return lists.flat().sort((a, b) => a.order - b.order);
  }
}

/** A sample may have got more replicates since it was reviewed, also ones that come before its first. */
function keysOf({ name, spectra }: SampleRow): readonly string[] {
  if (spectra.length === 0) return [keyOf(null, name)];
  return [...new Set(spectra)].map((spectrum) => keyOf(spectrum, name));
}

function keyOf(spectrum: number | null, name: string): string {
  return `${spectrum ?? ''} ${name}`;
}
