import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { watchedPeaks, type WatchedPeak, type WatchList } from '../../core/watch/types';
import {
  watchedInSample,
  type WatchedInSample,
  type WatchState,
} from '../../core/watch/watch-findings';
import type { JobSession } from '../jobs/job-session.svelte';

type SpectraOf = (sample: SampleRow) => readonly SpectrumRow[];

/** A job's watched peaks, sample by sample. */
export class WatchView {
  readonly #session: JobSession;
  readonly #spectraOf: SpectraOf;
  /** Of each sample how many were looked for and found: a large job is sorted by it. */
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

  /** Whether any of them was found. */
  readonly stateOf = (sample: SampleRow): WatchState => {
    const found = this.foundIn(sample);
    if (found === null) return 'not-looked-for';
    return found > 0 ? 'found' : 'not-found';
  };

  /** How many of them were found; null where none was looked for. */
  readonly foundIn = (sample: SampleRow): number | null => {
    const known = this.#known.get(sample) ?? this.#count(sample);
    return known.looked === 0 ? null : known.found;
  };

  #count(sample: SampleRow) {
    const states = this.of(sample).map(({ state }) => state);
    const looked = states.filter((state) => state !== 'not-looked-for').length;
    const counts = { looked, found: states.filter((state) => state === 'found').length };
    // Its spectra may be on their way yet.
    if (looked > 0) this.#known.set(sample, counts);
    return counts;
  }
}

const NONE: readonly WatchList[] = [];
