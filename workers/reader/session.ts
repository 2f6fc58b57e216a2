import { AxisCache } from '../../src/core/bruker/axis-cache';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { Workspace } from '../../src/core/preprocess/workspace';
import { atPath, problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { type SpectrumView, viewSpectrum } from '../../src/core/spectrum/spectrum-view';
import { entriesOf } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { outlineSheet, type SheetOutline } from '../../src/io/outline-sheet';
import { readEntries } from '../../src/io/read-entry';
import { sha256 } from '../../src/io/sha256';
import { AcquisitionLocator, type LocatedAcquisition } from './acquisition-locator';
import { readData, type ReadData } from '../spectrum/read-data';
import type { ReaderWorkerApi, WantedSpectrum } from './api';
import { sentence } from '../../src/words/told/sentence';

/** The reader worker's implementation: finds single spectra in a run's files and computes their views. */
export class ReaderSession implements ReaderWorkerApi {
  #locator = new AcquisitionLocator([]);
  #lastRead: Promise<unknown> = Promise.resolve();
  readonly #axes = new AxisCache();
  readonly #workspace = new Workspace();

  open(files: readonly InputFile[]): Promise<void> {
    this.#locator.close();
    this.#locator = new AcquisitionLocator(files);
    return Promise.resolve();
  }

  /** Reads one spectrum after the other, since two reads at once would each get a part of the listing. */
  read(wanted: WantedSpectrum): Promise<Result<SpectrumView, Problem>> {
    const read = this.#lastRead.then(() => this.#read(wanted));
    this.#lastRead = read.catch(() => undefined);
    return read;
  }

  outlineSheet(path: string, blob: Blob): Promise<Result<SheetOutline, Problem>> {
    return outlineSheet(path, blob);
  }

  async #read(wanted: WantedSpectrum): Promise<Result<SpectrumView, Problem>> {
    const content = await this.#find(wanted);
    if (!content.ok) return content;
    const { spectrum } = readData(content.value, this.#axes);
    if (!spectrum.ok) return spectrum;
    return ok(viewSpectrum(SPECTRACL_1, spectrum.value.spectrum, wanted.bins, this.#workspace));
  }

  /**
   * Finds the files of a spectrum: by its path where that leads to the same bytes, else by the bytes alone,
   * since the run may have been renamed or unpacked in the meantime.
   */
  async #find({ path, sha256: sum }: WantedSpectrum): Promise<Result<ReadData, Problem>> {
    const locator = this.#locator;
    let fault: Problem | null = null;
    const ways = [
      (other: string) => other === path,
      (other: string) => other !== path && isSameEnd(other, path),
      (other: string) => !isSameEnd(other, path),
    ];
    for (const match of ways) {
      for await (const located of locator.find(match)) {
        const content = await readContent(located);
        if (!content.ok) {
          // The reason if it is that spectrum; faults of other spectra do not matter.
          if (located.path === path) fault = content.error;
        } else if ((await sha256(content.value.bytes[0]!)) === sum) {
          return content;
        }
      }
    }
    return err(fault ?? atPath(NOT_AMONG_FILES, path));
  }
}

/** @returns whether the paths are equal, apart from further folders before one of them */
function isSameEnd(a: string, b: string): boolean {
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

async function readContent({ path, data }: LocatedAcquisition): Promise<Result<ReadData, Problem>> {
  const read = await readEntries(entriesOf(data), DEFAULT_IO_LIMITS);
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  for (const one of read) {
    if (!one.ok) return err(atPath(one.error, path));
    bytes.push(one.value);
  }
  return ok({ path, data, bytes });
}

const NOT_AMONG_FILES = problem(
  'spectrum-not-found',
  sentence('archive.spectrumNotFound'),
  sentence('archive.chooseRunCure'),
);
