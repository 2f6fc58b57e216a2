import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import { type Similarity, NEIGHBOURS, similarityOf } from '../../core/similarity/compare-all';
import { type Finding, findingSteps } from '../../core/similarity/findings';
import type { InputFile } from '../../io/entry';
import { inSlices } from '../../engine/in-slices';
import { compareSpectra, startSimilarityWorker } from '../../../workers/similarity/client';
import type { App } from '../app';
import { formatFixed } from '../format';
import { listChosen } from '../jobs/dropped-files';
import { findRunInput } from '../jobs/find-run-input';
import type { JobSession } from '../jobs/job-session.svelte';
import { italicWords } from '../taxon-text';
import { type CallMark, markOf, nameOf } from '../results/call-words';
import { countKey } from '../results/sample-status';
import { spectrumLabel } from '../spectrum/search-spectra';
import { findingsBySpectrum } from './finding-signs';

/** Fewest spectra that are shown at once. */
export const FEWEST_SHOWN = 12;

/** What the page shows. */
type Phase =
  | { readonly kind: 'looking' }
  /** The run's files have to be chosen; with a problem when those chosen did not do. */
  | { readonly kind: 'absent'; readonly isWrong: boolean }
  | { readonly kind: 'reading'; readonly read: number }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'shown' };

/** The compared spectra, numbered as in the similarity. */
export interface Compared {
  readonly similarity: Similarity;
  readonly rows: readonly SpectrumRow[];
  readonly samples: readonly (SampleRow | null)[];
  readonly findings: readonly Finding[];
}

/** Which spectra of a job are alike: read from its files, compared in a thread, and shown a part at a time. */
export class SimilarityView {
  readonly session: JobSession;
  readonly #app: App;
  readonly #stop = new AbortController();
  phase = $state.raw<Phase>({ kind: 'looking' });
  compared = $state.raw<Compared | null>(null);
  /** The first shown place of the order, and how many are shown. */
  window = $state.raw({ from: 0, size: 0 });
  /** The pointed pair, as places of the order. */
  cursor = $state.raw({ row: 0, column: 1 });
  readonly wanted: readonly SpectrumRow[];
  readonly words: ReadonlySet<string> = $derived.by(() =>
    this.session.manifest === null ? new Set<string>() : italicWords(this.session.manifest),
  );
  /** What stands out of each spectrum that does. */
  readonly findingKinds = $derived.by(() => findingsBySpectrum(this.compared?.findings ?? []));

  constructor(session: JobSession, app: App) {
    this.session = session;
    this.#app = app;
    this.wanted = session.spectra.filter(
      ({ status, sha256 }) => status === 'ok' && sha256 !== null,
    );
  }

  /** Looks for the run's files, and compares its spectra where they are there. */
  async start(): Promise<void> {
    if (this.wanted.length < 2) return;
    const found = await findRunInput(this.#app, this.session.record);
    if (!found.ok) this.phase = { kind: 'problem', problem: found.error };
    else if (found.value.files === null) this.phase = { kind: 'absent', isWrong: false };
    else await this.#compare(found.value.files);
  }

  /** Takes files that a person has chosen again. */
  async choose(chosen: readonly File[]): Promise<void> {
    const { files } = await listChosen(chosen);
    await this.#compare(files);
    if (this.compared !== null) await this.#app.files.adopt(this.session.record.token, files);
  }

  /** Ends the thread. */
  close(): void {
    this.#stop.abort();
  }

  async #compare(files: readonly InputFile[]): Promise<void> {
    this.phase = { kind: 'reading', read: 0 };
    const wanted = this.wanted.map(({ path, sha256 }) => ({ path, sha256: sha256! }));
    const result = await compareSpectra(startSimilarityWorker, files, wanted, {
      tell: (read) => (this.phase = { kind: 'reading', read }),
      signal: this.#stop.signal,
    });
    if (this.#stop.signal.aborted) return;
    if (!result.ok) {
      this.phase = { kind: 'problem', problem: result.error };
      return;
    }
    const { similarity, wanted: which } = result.value;
    if (which.length < 2) {
      this.phase = { kind: 'absent', isWrong: true };
      return;
    }
    const rows = Array.from(which, (place) => this.wanted[place]!);
    const bySpectrum = new Map(
      this.session.samples.flatMap((sample) => sample.spectra.map((index) => [index, sample])),
    );
    const samples = rows.map(({ index }) => bySpectrum.get(index) ?? null);
    const known = samples.map((sample, i) => ({
      sample: sample?.index ?? -1 - i,
      // Of a group it is not known which of its species it is, so that it lies with none that is another.
      taxon: sample?.call.kind === 'species' ? sample.call.taxon : null,
    }));
    const findings = await inSlices(findingSteps(similarity, known), this.#stop.signal);
    if (findings === null) return;
    this.compared = { similarity, rows, samples, findings };
    this.window = { from: 0, size: similarity.count };
    this.phase = { kind: 'shown' };
  }

  get count(): number {
    return this.compared?.similarity.count ?? 0;
  }

  /** Returns the spectrum at a place of the order. */
  at(place: number): number {
    return this.compared!.similarity.order[place]!;
  }

  labelOf(spectrum: number): string {
    return spectrumLabel(this.compared!.rows[spectrum]!);
  }

  callOf(spectrum: number): string {
    const sample = this.compared!.samples[spectrum];
    return sample ? nameOf(this.session.manifest, countKey(sample)) : '';
  }

  markOf(spectrum: number): CallMark {
    const sample = this.compared!.samples[spectrum];
    return sample ? markOf(this.session.manifest, countKey(sample)) : 'none';
  }

  taxonName(taxon: string): string {
    return nameOf(this.session.manifest, taxon);
  }

  similarity(a: number, b: number): string {
    return formatFixed(similarityOf(this.compared!.similarity, a, b), 2);
  }

  nearestOf(spectrum: number): number {
    return this.compared!.similarity.neighbours[spectrum * NEIGHBOURS]!;
  }

  /** Moves the pointed pair, and what is shown with it. */
  point(row: number, column: number): void {
    const within = (place: number) => Math.max(0, Math.min(this.count - 1, place));
    this.cursor = { row: within(row), column: within(column) };
    const { from, size } = this.window;
    const first = Math.min(this.cursor.row, this.cursor.column);
    const last = Math.max(this.cursor.row, this.cursor.column);
    if (first < from) this.window = { from: first, size };
    else if (last >= from + size) this.window = { from: Math.max(0, last - size + 1), size };
  }

  /** Shows half or twice as many spectra, around the pointed one. */
  zoom(factor: number): void {
    const least = Math.min(FEWEST_SHOWN, this.count);
    const size = Math.max(least, Math.min(this.count, Math.round(this.window.size * factor)));
    const from = Math.max(0, Math.min(this.count - size, this.cursor.row - Math.floor(size / 2)));
    this.window = { from, size };
  }
}
