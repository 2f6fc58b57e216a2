import { untrack } from 'svelte';
import { differenceOf } from '../../core/compare/mean-curve';
import { sharedPeaks, type SharedPeak } from '../../core/compare/shared-peaks';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import type { MassLine } from '../../core/similarity/peak-list';
import { inSlices } from '../../engine/in-slices';
import type { JobSession } from '../jobs/job-session.svelte';
import { nameOf } from '../results/call-words';
import type { Router } from '../router.svelte';
import { plotMarkers, type PlotMarker } from '../spectrum/plot-markers';
import { PlotView } from '../spectrum/plot-view.svelte';
import type { SpectrumLibrary } from '../spectrum/spectrum-library';
import type { Trace } from '../spectrum/trace';
import { italicWords } from '../taxon-text';
import { axisTrace } from './axis-trace';
import { CurveAligner, movedMarker, type PeakedCurve } from './align-shown';
import { calledTaxa } from './mean-members';
import { readMean, type TaxonMean } from './read-mean';
import { readSample, type AbsentSample, type OpenJob, type ReadSample } from './read-sample';
import {
  formatSpectraQuery,
  keyOfRef,
  MEAN_KEY,
  MOST_CURVES,
  parseSpectraQuery,
  type SpectraQuery,
} from './spectra-address';
import { meanCurve, sampleCurve, type ShownCurve } from './shown-curves';

/** Highest peaks of each spectrum that the table has. */
const TABLE_PEAKS = 20;

/** Several spectra of a job, and of others, as the address says. */
export class SpectraView {
  readonly session: JobSession;
  readonly #router: Router;
  readonly #library: SpectrumLibrary;
  readonly #open: OpenJob;
  readonly plot = new PlotView();
  readonly query: SpectraQuery = $derived.by(() => parseSpectraQuery(this.#router.search));
  /** A text, so that a change of the layout reads nothing again. */
  readonly #wanted: string = $derived(this.query.of.map(keyOfRef).join(','));
  readonly #meanWanted: string | null = $derived(this.query.mean);
  readonly #isAligned: boolean = $derived(this.query.isAligned);
  #read = $state.raw<ReadonlyMap<string, ReadSample | AbsentSample>>(new Map());
  mean = $state.raw<TaxonMean | null>(null);
  readonly #aligner = new CurveAligner();
  #lines = $state.raw<ReadonlyMap<string, MassLine | null>>(new Map());
  hidden = $state.raw<ReadonlySet<string>>(new Set());
  /** Id of the taxon whose markers are drawn; null for none, undefined for that of the first curve. */
  markersOf = $state.raw<string | null | undefined>(undefined);

  readonly isReading: boolean = $derived.by(() => this.#read.size < this.query.of.length);
  readonly absent: readonly AbsentSample[] = $derived.by(() =>
    this.query.of.flatMap((ref) => {
      const one = this.#read.get(keyOfRef(ref));
      return one?.kind === 'absent' ? [one] : [];
    }),
  );
  readonly curves: readonly ShownCurve[] = $derived.by(() => this.#curves());
  /** What is aligned: each curve of which peaks are known, the first being what the others are aligned on. */
  readonly #peaked: readonly PeakedCurve[] = $derived.by(() => {
    if (!this.query.isAligned) return [];
    const samples = this.query.of.flatMap((ref): PeakedCurve[] => {
      const one = this.#read.get(keyOfRef(ref));
      return one?.kind === 'read' ? [{ key: keyOfRef(ref), peaks: one.view.peaks }] : [];
    });
    const peaks = this.mean?.taxon === this.query.mean ? this.mean?.peaks : null;
    return peaks ? [...samples, { key: MEAN_KEY, peaks }] : samples;
  });
  /** The curve that the others are aligned on; null where there is nothing to align. */
  readonly alignedOn: ShownCurve | null = $derived.by(() => {
    const [first, second] = this.#peaked;
    if (first === undefined || second === undefined) return null;
    return this.curves.find(({ key }) => key === first.key) ?? null;
  });
  readonly visible: readonly ShownCurve[] = $derived.by(() =>
    this.curves.filter(({ key }) => !this.hidden.has(key)),
  );
  /** The two curves whose difference is shown; null with fewer than two. */
  readonly pair: readonly [ShownCurve, ShownCurve] | null = $derived.by(() => {
    const of = (key: string | undefined) => this.curves.find((curve) => curve.key === key);
    const a = of(this.query.pair?.[0]) ?? this.curves[0];
    const b = of(this.query.pair?.[1]) ?? this.curves.find((curve) => curve !== a);
    return a === undefined || b === undefined || a === b ? null : [a, b];
  });
  readonly difference: Trace | null = $derived.by(() =>
    this.pair === null ? null : axisTrace(differenceOf(this.pair[0].axis, this.pair[1].axis)),
  );
  /** Taxa and groups of the run that a mean can be made of. */
  readonly taxa: readonly string[] = $derived.by(() => calledTaxa(this.session.samples));
  readonly words: ReadonlySet<string> = $derived.by(() => {
    const samples = this.curves.flatMap(({ sample }) => sample ?? []);
    const manifests = [this.session.manifest, ...samples.map(({ manifest }) => manifest)];
    return new Set(manifests.flatMap((one) => (one === null ? [] : [...italicWords(one)])));
  });
  readonly peaks: readonly SharedPeak[] = $derived.by(() =>
    sharedPeaks(
      this.visible.map(({ axis }) => axis),
      this.visible.flatMap(({ peaks }) => peaks ?? []),
      TABLE_PEAKS,
    ),
  );
  /** The called taxa of the shown samples, which markers are there for. */
  readonly markerTaxa: readonly { readonly id: string; readonly name: string }[] = $derived.by(
    () => {
      const found = new Map<string, string>();
      for (const { sample } of this.curves) {
        const taxon = sample?.taxon;
        if (sample?.evidence && taxon && sample.manifest?.markers) {
          found.set(taxon, nameOf(sample.manifest, taxon));
        }
      }
      return [...found].map(([id, name]) => ({ id, name }));
    },
  );
  /** The curve whose markers are drawn: the first visible one of that taxon. */
  readonly #markedCurve: ShownCurve | null = $derived.by(() => {
    const wanted = this.markersOf === undefined ? (this.markerTaxa[0]?.id ?? null) : this.markersOf;
    if (wanted === null) return null;
    const has = ({ sample }: ShownCurve) => sample?.taxon === wanted && sample.evidence !== null;
    return this.visible.find(has) ?? this.curves.find(has) ?? null;
  });
  readonly #marked: ReadSample | null = $derived(this.#markedCurve?.sample ?? null);
  readonly markers: readonly PlotMarker[] = $derived.by(() => {
    const sample = this.#marked;
    const table = sample?.manifest?.markers;
    if (!sample?.evidence || !table) return [];
    const taxon = sample.manifest.taxa.findIndex(({ id }) => id === sample.taxon);
    if (taxon < 0) return [];
    const markers = plotMarkers(table, sample.evidence, taxon, null);
    const line = this.#markedCurve?.line ?? null;
    return line === null ? markers : markers.map((marker) => movedMarker(marker, line));
  });

  constructor(
    session: JobSession,
    parts: { readonly router: Router; readonly library: SpectrumLibrary; readonly open: OpenJob },
  ) {
    this.session = session;
    this.#router = parts.router;
    this.#library = parts.library;
    this.#open = parts.open;
  }

  /** Id of the taxon whose markers are drawn. */
  get marked(): string | null {
    return this.#marked?.taxon ?? null;
  }

  /** Name of the sample in which they were looked for. */
  get markedName(): string {
    return this.#marked?.name ?? '';
  }

  /** Whether another curve has room. */
  get hasRoom(): boolean {
    return this.query.of.length + (this.query.mean === null ? 0 : 1) < MOST_CURVES;
  }

  /** Reads the samples. Must be called in an effect; returns a function that stops it. */
  follow(): () => void {
    void this.#wanted;
    const stop = new AbortController();
    // What it writes is no reason to begin again.
    untrack(() => void this.#readAll(stop.signal));
    return () => stop.abort();
  }

  /** Does the same for the mean. */
  followMean(): () => void {
    const taxon = this.#meanWanted;
    const isAligned = this.#isAligned;
    const stop = new AbortController();
    this.mean = null;
    if (taxon !== null) {
      const report = (mean: TaxonMean) => {
        this.mean = mean;
        this.plot.showWhole(WHOLE);
      };
      const how = { isAligned, signal: stop.signal };
      untrack(() => void readMean(this.session, this.#library, taxon, how, report));
    }
    return () => stop.abort();
  }

  /** Does the same for the lines of the curves. */
  followAlignment(): () => void {
    const curves = this.#peaked;
    const stop = new AbortController();
    untrack(() => void this.#align(curves, stop.signal));
    return () => stop.abort();
  }

  change(changes: Partial<SpectraQuery>): void {
    this.#router.setSearch(formatSpectraQuery({ ...this.query, ...changes }));
  }

  toggle(key: string): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(key)) hidden.add(key);
    this.hidden = hidden;
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    const { of } = parseSpectraQuery(this.#router.search);
    for (const ref of of) {
      const key = keyOfRef(ref);
      if (this.#read.get(key)?.kind === 'read') continue;
      const one = await readSample(ref, this.session, this.#library, this.#open);
      if (signal.aborted) return;
      this.#read = new Map([...this.#read, [key, one]]);
      this.plot.showWhole(WHOLE);
    }
  }

  /** Finds the lines one curve at a time, so that the page can draw in between. */
  async #align(curves: readonly PeakedCurve[], signal: AbortSignal): Promise<void> {
    const lines = await inSlices(this.#aligner.steps(curves), signal);
    if (lines !== null) this.#lines = lines;
  }

  #curves(): readonly ShownCurve[] {
    const samples = this.query.of.flatMap((ref, style): ShownCurve[] => {
      const key = keyOfRef(ref);
      const sample = this.#read.get(key);
      return sample?.kind === 'read' ? [sampleCurve(key, sample, style, this.#lineOf(key))] : [];
    });
    const { mean: of, query } = this;
    if (of === null || of.mean === null || of.taxon !== query.mean) return samples;
    const taxon = nameOf(this.session.manifest, of.taxon);
    return [...samples, meanCurve(of, of.mean, taxon, this.#lineOf(MEAN_KEY))];
  }

  #lineOf(key: string): MassLine | null | undefined {
    return this.query.isAligned ? this.#lines.get(key) : undefined;
  }
}

/** The common axis, which all spectra are shown on. */
const WHOLE = {
  from: ONE_DALTON_BINS.first,
  to: ONE_DALTON_BINS.first + ONE_DALTON_BINS.count,
};
