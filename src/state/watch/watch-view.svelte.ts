import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { watchedPeaks, type WatchedPeak, type WatchList } from '../../core/watch/types';
import {
  watchedInSample,
  type WatchedInSample,
  type WatchState,
} from '../../core/watch/watch-findings';
import type { JobSession } from '../jobs/job-session.svelte';

type SpectraOf = (sample: SampleRow) => readonly SpectrumRow[];

/** The watched peaks of a job, by sample. */
export class WatchView {
  readonly #session: JobSession;
  readonly #spectraOf: SpectraOf;
  /**
   * [sample] the numbers of peaks that were looked for and found, kept since large jobs are sorted by them.
   */
  readonly #known = new WeakMap<SampleRow, { readonly looked: number; readonly found: number }>();

  readonly lists: readonly WatchList[] = $derived.by(() => this.#session.record.watch ?? NONE);
  readonly peaks: readonly WatchedPeak[] = $derived.by(() => watchedPeaks(this.lists));

  constructor(session: JobSession, spectraOf: SpectraOf) {
    this.#session = session;
    this.#spectraOf = spectraOf;
  }

  of(sample: SampleRow): readonly WatchedInSample[] {
    return watchedInSample(this.#spectraOf(sample), this.peaks);
  }

  /** Returns whether any watched peak of a sample was found. */
  readonly stateOf = (sample: SampleRow): WatchState => {
    const found = this.foundIn(sample);
    if (found === null) return 'not-looked-for';
    return found > 0 ? 'found' : 'not-found';
  };

  /** Returns the number of a sample's watched peaks that were found; null where none was looked for. */
  readonly foundIn = (sample: SampleRow): number | null => {
    const known = this.#known.get(sample) ?? this.#count(sample);
    return known.looked === 0 ? null : known.found;
  };

  #count(sample: SampleRow) {
    const states = this.of(sample).map(({ state }) => state);
    const looked = states.filter((state) => state !== 'not-looked-for').length;
    const counts = { looked, found: states.filter((state) => state === 'found').length };
    // The spectra of the sample may not have arrived yet.
    if (looked > 0) this.#known.set(sample, counts);
    return counts;
  }
}

const NONE: readonly WatchList[] = [];
