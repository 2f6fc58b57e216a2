import { AxisCache } from '../../src/core/bruker/axis-cache';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import type { Problem } from '../../src/core/problem';
import { ok, type Result } from '../../src/core/result';
import { compareAll } from '../../src/core/similarity/compare-all';
import { highestPeaks, type PeakList } from '../../src/core/similarity/peak-list';
import { findRealPeaks } from '../../src/core/spectrum/real-peaks';
import { entriesOf } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import { type Inflate, inflateRaw, newRoom } from '../../src/io/inflate/inflate-raw';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { type EntryBytes, readEntries } from '../../src/io/read-entry';
import { sha256 } from '../../src/io/sha256';
import { PlainPreprocessor } from '../../src/kernel/plain-preprocessor';
import type { Preprocessor } from '../../src/kernel/preprocessor';
import { AcquisitionLocator, type LocatedAcquisition } from '../reader/acquisition-locator';
import { readData } from '../spectrum/read-data';
import type { ComparableSpectrum, ComparedSpectra, ReadSoFar, SimilarityWorkerApi } from './api';

/** Milliseconds after which the page is told how far the reading is. */
const PACE = 200;

/** Number of spectra that are read from an archive at once: their files lie side by side. */
const BATCH = 16;

/** The similarity worker's implementation. Of a spectrum it keeps the peaks, 1 kB. */
export class SimilaritySession implements SimilarityWorkerApi {
  readonly #axes = new AxisCache();
  readonly #preprocessor: Preprocessor | Promise<Preprocessor>;
  readonly #inflate: Inflate | Promise<Inflate>;
  #locator = new AcquisitionLocator([]);
  #located: AsyncGenerator<LocatedAcquisition, void, void> | null = null;
  /** Places of wanted spectra by the SHA-256 of their bytes. */
  #places = new Map<string, number[]>();
  #wanted: readonly ComparableSpectrum[] = [];
  #peaks: (PeakList | null)[] = [];
  #read = 0;

  /**
   * @param preprocessor this thread's own; may be a promise
   * @param inflate this thread's own; may be a promise
   */
  constructor(
    preprocessor: Preprocessor | Promise<Preprocessor> = new PlainPreprocessor(),
    inflate: Inflate | Promise<Inflate> = inflateRaw,
  ) {
    this.#preprocessor = preprocessor;
    this.#inflate = inflate;
  }

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
      await this.#takeAll(await this.#nextBatch(this.#located));
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

  async #nextBatch(
    located: AsyncGenerator<LocatedAcquisition, void, void>,
  ): Promise<readonly LocatedAcquisition[]> {
    const batch: LocatedAcquisition[] = [];
    while (batch.length < BATCH) {
      const next = await located.next();
      if (next.done === true) {
        this.#located = null;
        break;
      }
      batch.push(next.value);
    }
    return batch;
  }

  async #takeAll(batch: readonly LocatedAcquisition[]): Promise<void> {
    const entries = batch.map(({ data }) => entriesOf(data));
    const inflating = { inflate: await this.#inflate, room: newRoom };
    const all = await readEntries(entries.flat(), DEFAULT_IO_LIMITS, inflating);
    const preprocessor = await this.#preprocessor;
    let from = 0;
    for (const [i, { length }] of entries.entries()) {
      await this.#take(batch[i]!, all.slice(from, from + length), preprocessor);
      from += length;
    }
  }

  async #take(
    { path, data }: LocatedAcquisition,
    entries: readonly EntryBytes[],
    preprocessor: Preprocessor,
  ): Promise<void> {
    const bytes = entries.flatMap((one) => (one.ok ? [one.value] : []));
    const [first] = bytes;
    if (first === undefined || bytes.length < entries.length) return;
    const place = this.#placeOf(path, await sha256(first));
    if (place === null) return;
    const read = readData({ path, data, bytes }, this.#axes, undefined, preprocessor.decodeCounts);
    if (!read.spectrum.ok) return;
    const { spectrum } = read.spectrum.value;
    const { points, binned } = preprocessor.profile(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
    const fine = { bins: ONE_DALTON_BINS, values: binned };
    this.#peaks[place] = highestPeaks(findRealPeaks(spectrum.mz, spectrum.intensity, points, fine));
    this.#read += 1;
  }

  /** Finds the row of these bytes: of several, the one of this path, or else the first that is free. */
  #placeOf(path: string, sum: string): number | null {
    const free = (this.#places.get(sum) ?? []).filter((place) => this.#peaks[place] === null);
    return free.find((place) => this.#wanted[place]!.path === path) ?? free[0] ?? null;
  }
}
