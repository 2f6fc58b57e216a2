import { AxisCache } from '../../src/core/bruker/axis-cache';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { Workspace } from '../../src/core/preprocess/workspace';
import type { Problem } from '../../src/core/problem';
import { ok, type Result } from '../../src/core/result';
import { compareAll } from '../../src/core/similarity/compare-all';
import { highestPeaks, type PeakList } from '../../src/core/similarity/peak-list';
import { viewSpectrum } from '../../src/core/spectrum/spectrum-view';
import { entriesOf } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { readEntries } from '../../src/io/read-entry';
import { sha256 } from '../../src/io/sha256';
import { AcquisitionLocator, type LocatedAcquisition } from '../reader/acquisition-locator';
import { readData } from '../spectrum/read-data';
import type { ComparableSpectrum, ComparedSpectra, ReadSoFar, SimilarityWorkerApi } from './api';

/** Milliseconds after which the page is told how far the reading is. */
const PACE = 200;

/** The similarity worker's implementation. Of a spectrum it keeps the peaks, 1 kB. */
export class SimilaritySession implements SimilarityWorkerApi {
  readonly #axes = new AxisCache();
  readonly #workspace = new Workspace();
  #locator = new AcquisitionLocator([]);
  #located: AsyncGenerator<LocatedAcquisition, void, void> | null = null;
  /** Places of wanted spectra by the SHA-256 of their bytes. */
  #places = new Map<string, number[]>();
  #wanted: readonly ComparableSpectrum[] = [];
  #peaks: (PeakList | null)[] = [];
  #read = 0;

  open(files: readonly InputFile[], wanted: readonly ComparableSpectrum[]): Promise<void> {
    this.#locator.close();
    // Each spectrum comes by once, so that nothing of an archive is kept.
    this.#locator = new AcquisitionLocator(files, 0);
    this.#located = this.#locator.find(() => true);
    this.#wanted = wanted;
    this.#peaks = wanted.map(() => null);
    this.#read = 0;
    this.#places = new Map();
    for (const [place, { sha256: sum }] of wanted.entries()) {
      const places = this.#places.get(sum);
      if (places === undefined) this.#places.set(sum, [place]);
      else places.push(place);
    }
    return Promise.resolve();
  }

  async read(): Promise<Result<ReadSoFar, Problem>> {
    const end = performance.now() + PACE;
    while (this.#located !== null && this.#read < this.#wanted.length) {
      const next = await this.#located.next();
      if (next.done === true) this.#located = null;
      else await this.#take(next.value);
      if (performance.now() > end) break;
    }
    const isDone = this.#located === null || this.#read === this.#wanted.length;
    if (isDone) this.#locator.close();
    return ok({ read: this.#read, isDone });
  }

  compare(): Promise<ComparedSpectra> {
    const kept = [...this.#peaks.keys()].filter((place) => this.#peaks[place] !== null);
    const similarity = compareAll(kept.map((place) => this.#peaks[place]!));
    this.#peaks = [];
    return Promise.resolve({ wanted: Uint32Array.from(kept), similarity });
  }

  async #take({ path, data }: LocatedAcquisition): Promise<void> {
    const entries = await readEntries(entriesOf(data), DEFAULT_IO_LIMITS);
    const bytes = entries.flatMap((one) => (one.ok ? [one.value] : []));
    const [first] = bytes;
    if (first === undefined || bytes.length < entries.length) return;
    const place = this.#placeOf(path, await sha256(first));
    if (place === null) return;
    const { spectrum } = readData({ path, data, bytes }, this.#axes);
    if (!spectrum.ok) return;
    const { peaks } = viewSpectrum(
      SPECTRACL_1,
      spectrum.value.spectrum,
      ONE_DALTON_BINS,
      this.#workspace,
    );
    this.#peaks[place] = highestPeaks(peaks);
    this.#read += 1;
  }

  /** Finds the row of these bytes: of several, the one of this path, or else the first that is free. */
  #placeOf(path: string, sum: string): number | null {
    const free = (this.#places.get(sum) ?? []).filter((place) => this.#peaks[place] === null);
    return free.find((place) => this.#wanted[place]!.path === path) ?? free[0] ?? null;
  }
}
