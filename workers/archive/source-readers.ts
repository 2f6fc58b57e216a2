import { AnalyteIndex } from '../../src/core/bruker/analyte-index';
import { entryRole } from '../../src/core/bruker/entry-role';
import { AcquisitionFinder } from '../../src/core/bruker/find-acquisitions';
import { folderOf } from '../../src/core/bruker/folder-of';
import type { ArchiveEntry } from '../../src/io/entry';
import {
  acquisitionStep,
  type FoundEntry,
  type FoundFile,
  type FoundSpectrum,
  readFiles,
} from './make-steps';
import type { OpenFiles } from './open-files';
import type { SheetScopes } from './sheet-scopes';
import type { ArchiveStep } from './api';

/** Whether a file is one of Bruker's that is read, or a sample sheet, by its name. */
export function isWanted(path: string): boolean {
  const role = entryRole(path);
  return role !== 'other' && role !== 'ignored';
}

/** A file that may hold spectra in an open format. */
interface OpenCandidate {
  readonly kind: 'open-file';
  readonly path: string;
  readonly openFile: ArchiveEntry;
}

/** Finds the acquisitions of one source. */
export interface SourceReader {
  readonly openFiles: OpenFiles;
  add(entry: ArchiveEntry): AsyncIterable<ArchiveStep> | Iterable<ArchiveStep>;
  finish(): AsyncGenerator<ArchiveStep, void, void>;
}

/** Reads a source whose entries come once, with or without their bytes, and reports them in this order. */
export class StreamReader implements SourceReader {
  readonly #finder = new AcquisitionFinder<ArchiveEntry>();
  /** Folders whose sheet was reported. */
  readonly #sheetsTold = new Set<string>();

  constructor(
    private readonly source: number,
    private readonly takesSheets: boolean,
    readonly openFiles: OpenFiles,
    private readonly scopes: SheetScopes,
  ) {}

  async *add(entry: ArchiveEntry): AsyncGenerator<ArchiveStep, void, void> {
    for await (const step of this.#add(entry)) yield* this.scopes.next(step);
  }

  async *#add(entry: ArchiveEntry): AsyncGenerator<ArchiveStep, void, void> {
    const { path } = entry;
    if (!isWanted(path)) {
      yield* this.openFiles.tell(entry, this.#finder.hasFid(folderOf(path)));
      return;
    }
    // The finder would wait for a better sheet until the end; here the first one is used at once.
    if (!this.#sheetsTold.has(folderOf(path)) && entryRole(path) === 'sample-sheet') {
      this.#sheetsTold.add(folderOf(path));
      yield* this.#tell({ kind: 'sample-sheet', path, entry });
    }
    const found = this.#finder.add(path, entry);
    if (found !== null) yield* this.#tell(found);
  }

  async *finish(): AsyncGenerator<ArchiveStep, void, void> {
    for (const found of this.#finder.finish()) {
      if (found.kind === 'sample-sheet') continue;
      for await (const step of this.#tell(found)) yield* this.scopes.next(step);
    }
    yield* this.scopes.finish();
    yield* this.openFiles.finish();
  }

  async *#tell(found: FoundEntry): AsyncGenerator<ArchiveStep, void, void> {
    if (isFile(found)) yield* readFiles([found], this.source, this.takesSheets);
    else {
      // Earlier exports of the fid are not held here; the job's rows withdraw them.
      if (found.kind === 'acquisition') this.openFiles.noteFid(found.path);
      yield acquisitionStep(found, this.source);
    }
  }
}

/** Number of acquisitions from which on it is told beforehand how many there are. */
const MANY = 64;

/** Reads a source that can be searched before reading, and first reports what names its spectra. */
export class DirectoryReader implements SourceReader {
  readonly #finder = new AcquisitionFinder<ArchiveEntry>();
  readonly #found: (FoundEntry | OpenCandidate)[] = [];

  constructor(
    private readonly source: number,
    private readonly takesSheets: boolean,
    readonly openFiles: OpenFiles,
    private readonly scopes: SheetScopes,
  ) {}

  add(entry: ArchiveEntry): Iterable<ArchiveStep> {
    if (!isWanted(entry.path)) {
      this.#found.push({ kind: 'open-file', path: entry.path, openFile: entry });
      return [];
    }
    const found = this.#finder.add(entry.path, entry);
    if (found !== null) this.#found.push(found);
    return [];
  }

  async *finish(): AsyncGenerator<ArchiveStep, void, void> {
    for await (const step of this.#steps()) yield this.scopes.scoped(step);
  }

  async *#steps(): AsyncGenerator<ArchiveStep, void, void> {
    const spectra = yield* this.#tellFiles();
    yield* this.#tellSheets(spectra);
    const fidFolders = this.#noteFids(spectra);
    const acquisitions = spectra.filter(({ kind }) => kind === 'acquisition').length;
    if (acquisitions >= MANY) yield { kind: 'ahead', source: this.source, acquisitions };
    // Taken from the end of the reversed list, so that reported items are freed while the job takes its
    // time.
    spectra.reverse();
    for (let next = spectra.pop(); next !== undefined; next = spectra.pop()) {
      if (next.kind === 'open-file') {
        yield* this.openFiles.tell(next.openFile, fidFolders.has(folderOf(next.path)));
      } else yield acquisitionStep(next, this.source);
    }
    yield* this.openFiles.finish();
  }

  /**
   * Reports sheets that have other names, before the spectra that they name. Of a run that is all tables, the
   * others are looked at in their turn.
   */
  async *#tellSheets(
    found: readonly (FoundSpectrum | OpenCandidate)[],
  ): AsyncGenerator<ArchiveStep, void, void> {
    const tables = found.filter(
      (one): one is OpenCandidate => one.kind === 'open-file' && TABLE_NAME.test(one.path),
    );
    const depth = ({ path }: OpenCandidate) => path.split('/').length;
    const first = tables.toSorted((a, b) => depth(a) - depth(b)).slice(0, TABLES_FIRST);
    for (const { openFile } of first) yield* this.openFiles.tellSheet(openFile);
  }

  /** Notes fids where there is a file that may have been converted from one, and collects their folders. */
  #noteFids(found: readonly (FoundSpectrum | OpenCandidate)[]): ReadonlySet<string> {
    const folders = new Set<string>();
    if (!found.some(({ kind }) => kind === 'open-file')) return folders;
    for (const { kind, path } of found) {
      if (kind !== 'acquisition') continue;
      this.openFiles.noteFid(path);
      folders.add(folderOf(path));
    }
    return folders;
  }

  /**
   * Reports the files that name the spectra, and returns the spectra. Nothing else that was found is kept.
   */
  async *#tellFiles(): AsyncGenerator<ArchiveStep, (FoundSpectrum | OpenCandidate)[], void> {
    const found = [...this.#found.splice(0), ...this.#finder.finish()];
    const files = found.filter(isFile);
    const spectra = found.filter((one) => !isFile(one));
    for (const path of placesOfSpectra(spectra)) this.scopes.note(path);
    const runs = files.filter((file) => file.kind !== 'analyte-info');
    const index = new AnalyteIndex();
    for await (const step of readFiles(runs, this.source, this.takesSheets)) {
      if (step.kind === 'run-info') index.addRunInfo(step.run, step.path);
      yield step;
    }
    // A plate has an `info` file for each of its spots, all over the archive. Only the needed ones are
    // read.
    const unnamed = new Set<string>();
    for (const { path } of spectra) {
      if (index.find(null, path) === null)
        for (const folder of foldersOf(path)) unnamed.add(folder);
    }
    const infos = files.filter(
      (file) => file.kind === 'analyte-info' && unnamed.has(folderOf(file.path)),
    );
    yield* readFiles(infos, this.source, this.takesSheets);
    return spectra;
  }
}

/** Paths of the spectra; in a source without a fid, of the files that may be spectra. */
function placesOfSpectra(found: readonly (FoundSpectrum | OpenCandidate)[]): readonly string[] {
  const fids = found.filter(({ kind }) => kind !== 'open-file');
  const others = found.filter(({ path }) => !SHEET_NAME.test(path));
  return (fids.length > 0 ? fids : others.length > 0 ? others : found).map(({ path }) => path);
}

/** Tables that are sheets more often than spectra. */
const SHEET_NAME = /sheet|\.(?:tab|xls[xmb]?|ods)$/i;
const TABLE_NAME = /\.(?:tsv|csv|tab|txt|xls[xmb]?|ods)$/i;
/** Tables that are looked at before the spectra: each look costs a read. */
const TABLES_FIRST = 64;

function isFile(found: FoundEntry | OpenCandidate): found is FoundFile {
  return 'entry' in found;
}

/** Lists all folders above a file, the nearest first. */
function* foldersOf(path: string): Generator<string, void, void> {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    yield folder;
    if (folder === '') return;
  }
}
