import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import { listChosen } from '../jobs/dropped-files';
import type { ResultsView } from '../results/results-view.svelte';
import { decidingWindows } from './deciding-windows';
import { listPeaks } from './listed-peaks';
import type { Mirrored, PlotContent } from './plot-content';
import { PlotView } from './plot-view.svelte';
import { plotWatch } from './plot-watch';
import {
  labelledMarkers,
  labelledTaxa,
  markersOfRival,
  mirroredMarkers,
  mirroredSpectrum,
  samplePlot,
  type MarkerChoice,
  type MirrorChoice,
  type ShownSpectrum,
  type SampleReading,
} from './sample-plot';
import type { SpectrumLibrary } from './spectrum-library';
import type { Stage } from './stages';

/** Milliseconds for which the previous spectrum stays on the screen while the next one is read. */
const PATIENCE = 200;

/** The spectrum in a sample's panel. Its view stays the same when the sample changes. */
export class SampleSpectrum {
  readonly #view: ResultsView;
  readonly #library: SpectrumLibrary;
  readonly #sample: () => SampleRow;
  readonly plot = new PlotView();
  stage = $state.raw<Stage>('processed');
  markersOf = $state.raw<MarkerChoice>('nearest');
  mirror = $state.raw<MirrorChoice>({ kind: 'none' });
  /** Index of the spectrum that was picked among a sample's replicates. */
  #picked = $state.raw<number | null>(null);
  #read = $state.raw<SampleReading | null>(null);
  #readMirror = $state.raw<ShownSpectrum | null>(null);
  problem = $state.raw<Problem | null>(null);
  mirrorProblem = $state.raw<Problem | null>(null);
  /** Whether reading takes so long that the page says so. */
  isSlow = $state.raw(false);

  /** The sample's spectra that can be read again. */
  readonly candidates: readonly SpectrumRow[] = $derived.by(() =>
    this.#view
      .spectraOf(this.#sample())
      .filter(({ sha256, status }) => sha256 !== null && status !== 'failed'),
  );
  /** The spectrum to show: the picked one, or else the first that was used. */
  readonly row: SpectrumRow | null = $derived.by(
    () =>
      this.candidates.find(({ index }) => index === this.#picked) ??
      this.candidates.find(({ status }) => status === 'ok') ??
      this.candidates[0] ??
      null,
  );
  readonly #mirrorRow: SpectrumRow | null = $derived.by(() =>
    this.mirror.kind === 'spectrum' && this.mirror.index !== null
      ? this.#view.spectrum(this.mirror.index)
      : null,
  );
  readonly #shown: SampleReading | null = $derived(this.isSlow ? null : this.#read);
  readonly #taxa = $derived.by(
    () => this.#shown && labelledTaxa(this.#shown, this.markersOf, this.#view.session.manifest),
  );
  readonly #markers = $derived.by(() =>
    this.#shown === null
      ? []
      : labelledMarkers(this.#shown, this.#taxa, this.#view.session.manifest),
  );
  readonly #rivals = $derived.by(() =>
    this.#shown === null
      ? []
      : markersOfRival(this.#shown, this.#taxa, this.#view.session.manifest),
  );
  /** The content of the plot; null while there is nothing to draw. */
  readonly content: PlotContent | null = $derived.by(
    () =>
      this.#shown &&
      samplePlot(
        this.#shown,
        this.stage,
        {
          markers: this.#markers,
          rivals: this.#rivals,
          watched: plotWatch(this.#shown.row, this.#view.watch.peaks),
        },
        this.#mirrored(this.#shown),
      ),
  );
  /** The parts of the spectrum that decide; null where there are none. */
  readonly deciding = $derived.by(
    () => this.#shown && decidingWindows(this.#shown, this.#view.session.manifest),
  );
  readonly peaks = $derived.by(() =>
    this.#shown === null ? [] : listPeaks(this.#shown.data, this.#markers),
  );

  /** @param sample returns the sample that the panel shows */
  constructor(view: ResultsView, library: SpectrumLibrary, sample: () => SampleRow) {
    this.#view = view;
    this.#library = library;
    this.#sample = sample;
  }

  /** The spectrum on the screen; null before the first, and after a fault. */
  get shown(): SpectrumRow | null {
    return this.#shown?.row ?? null;
  }

  /** Index of the taxon whose markers are labelled; null for none. */
  get taxon(): number | null {
    return this.#taxa?.taxon ?? null;
  }

  /** Index of the taxon that it is compared with; null for none. */
  get rival(): number | null {
    return this.#rivals.length === 0 ? null : (this.#taxa?.rival ?? null);
  }

  /** Index of the nearest taxon; null where there are no markers. */
  get nearest(): number | null {
    return this.#taxa?.nearest ?? null;
  }

  pick(index: number): void {
    this.#picked = index;
  }

  /**
   * Reads the spectrum to show. Must be called in an effect.
   *
   * @returns a function that stops it
   */
  follow(): () => void {
    const sample = this.#sample();
    const { row } = this;
    let isOver = false;
    const waiting = setTimeout(() => (this.isSlow = true), PATIENCE);
    const finish = () => {
      isOver = true;
      clearTimeout(waiting);
      this.isSlow = false;
    };
    void this.#readSample(sample, row).then((read) => {
      if (isOver) return;
      finish();
      this.#take(read);
    });
    return finish;
  }

  /** Does the same for the spectrum in the lower half. */
  followMirror(): () => void {
    const row = this.#mirrorRow;
    let isOver = false;
    this.mirrorProblem = null;
    if (row === null) this.#readMirror = null;
    else {
      void this.#library.read(this.#job, row, this.#bins).then((read) => {
        if (isOver) return;
        this.#readMirror = read.ok ? { row, data: read.value } : null;
        this.mirrorProblem = read.ok ? null : read.error;
      });
    }
    return () => (isOver = true);
  }

  /** Receives the run's files, which a person has chosen again. */
  async choose(chosen: readonly File[]): Promise<void> {
    const { row } = this;
    if (row === null || chosen.length === 0) return;
    const sample = this.#sample();
    this.isSlow = true;
    const { files } = await listChosen(chosen);
    const read = await this.#library.readChosen(this.#job, row, this.#bins, files);
    const evidence = await this.#evidence(sample);
    // The person may have moved to another sample, which is read separately.
    if (this.row !== row) return;
    this.isSlow = false;
    this.#take(read.ok ? { sample, row, data: read.value, evidence } : read.error);
  }

  get #job(): string {
    return this.#view.session.record.token;
  }

  get #bins() {
    return this.#view.session.manifest?.bins ?? ONE_DALTON_BINS;
  }

  async #readSample(
    sample: SampleRow,
    row: SpectrumRow | null,
  ): Promise<SampleReading | Problem | null> {
    if (row === null) return null;
    const [read, evidence] = await Promise.all([
      this.#library.read(this.#job, row, this.#bins),
      this.#evidence(sample),
    ]);
    return read.ok ? { sample, row, data: read.value, evidence } : read.error;
  }

  /** Without its evidence, a spectrum is shown without markers; the panel says why. */
  async #evidence({ index }: SampleRow): Promise<MarkerEvidence | null> {
    const evidence = await this.#view.session.evidence(index);
    return evidence.ok ? evidence.value : null;
  }

  #take(read: SampleReading | Problem | null): void {
    const isProblem = read !== null && 'message' in read;
    this.problem = isProblem ? read : null;
    this.#read = isProblem ? null : read;
    if (this.#read === null) return;
    const { mz } = this.#read.data;
    this.plot.showWhole({ from: mz[0]!, to: mz[mz.length - 1]! });
  }

  #mirrored(shown: SampleReading): Mirrored | null {
    const { mirror } = this;
    const { session, words } = this.#view;
    if (mirror.kind === 'markers') {
      return mirroredMarkers(shown, mirror.taxon, session.manifest, words);
    }
    return mirror.kind === 'spectrum' && this.#readMirror !== null
      ? mirroredSpectrum(this.#readMirror, this.stage)
      : null;
  }
}
