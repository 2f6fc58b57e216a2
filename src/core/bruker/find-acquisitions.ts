import { type Problem, problem } from '../problem';
import { entryRole } from './entry-role';
import { folderOf } from './folder-of';
import { TextTable } from '../text-table';
import { sentence } from '../../words/told/sentence';

/** A fid with its parameter file. `T` is whatever the caller needs in order to read a file later. */
export interface FoundAcquisition<T> {
  readonly kind: 'acquisition';
  /** Path of the fid. */
  readonly path: string;
  readonly fid: T;
  /** acqu, else acqus, else null. */
  readonly acqu: T | null;
}

export type Found<T> =
  | FoundAcquisition<T>
  /** A parameter file whose folder has no fid: `path` is where the fid should be. */
  | { readonly kind: 'fid-absent'; readonly path: string; readonly problem: Problem<'fid-absent'> }
  | {
      readonly kind: 'run-info' | 'analyte-info' | 'sample-sheet';
      readonly path: string;
      readonly entry: T;
    };

interface Folder<T> {
  fid?: { readonly path: string; readonly entry: T };
  acqu?: T;
  acqus?: T;
}

/**
 * Finds acquisitions among the files of one archive or folder, which come one by one in any order. A fid is
 * reported as soon as its acqu is known. One with only acqus, or with neither, is reported at the end, since
 * an acqu might still have come. Each source needs a finder of its own, as two may use the same paths.
 */
export class AcquisitionFinder<T> {
  /** Folders of which nothing was reported yet. */
  readonly #folders = new Map<string, Folder<T>>();
  /** Folders whose acquisition was reported: one for each spectrum of a run. */
  #told = new TextTable();
  /** Of each folder that has one: several plates may lie beside each other. */
  readonly #sheets = new Map<string, { readonly path: string; readonly entry: T }>();

  /**
   * Adds the next file.
   *
   * @returns what the file completes, if anything
   */
  add(path: string, entry: T): Found<T> | null {
    const role = entryRole(path);
    switch (role) {
      case 'run-info':
      case 'analyte-info':
        return { kind: role, path, entry };
      case 'sample-sheet': {
        const before = this.#sheets.get(folderOf(path));
        if (before === undefined || preferred(path, before.path)) {
          this.#sheets.set(folderOf(path), { path, entry });
        }
        return null;
      }
      case 'fid':
      case 'acqu':
      case 'acqus':
        return this.#addToFolder(role, path, entry);
      case 'ignored':
      case 'other':
        return null;
    }
  }

  /** @returns whether a fid of this folder has been added */
  hasFid(folder: string): boolean {
    return this.#told.has(folder) || this.#folders.get(folder)?.fid !== undefined;
  }

  /** @returns what only the end of the input could decide, in the order in which the folders were found */
  finish(): Found<T>[] {
    const found: Found<T>[] = [];
    for (const [folder, sheet] of this.#sheets) {
      if (!this.#hasSheetAbove(folder)) found.push({ kind: 'sample-sheet', ...sheet });
    }
    for (const [name, folder] of this.#folders) {
      if (folder.fid) {
        const { path, entry } = folder.fid;
        found.push({ kind: 'acquisition', path, fid: entry, acqu: folder.acqus ?? null });
      } else {
        found.push(fidAbsent(name));
      }
    }
    this.#folders.clear();
    this.#told = new TextTable();
    return found;
  }

  /** Whether a folder further up has a sheet, which is then the one that counts. */
  #hasSheetAbove(folder: string): boolean {
    for (let at = folder; at !== '';) {
      at = folderOf(at);
      if (this.#sheets.has(at)) return true;
    }
    return false;
  }

  #addToFolder(role: 'fid' | 'acqu' | 'acqus', path: string, entry: T): Found<T> | null {
    const name = folderOf(path);
    // A path that occurs twice, which an archive allows, counts once; so does a folder that was reported.
    if (this.#told.has(name)) return null;
    let folder = this.#folders.get(name);
    if (!folder) this.#folders.set(name, (folder = {}));
    if (role === 'fid') folder.fid ??= { path, entry };
    else folder[role] ??= entry;
    if (folder.fid === undefined || folder.acqu === undefined) return null;

    const { fid, acqu } = folder;
    // The folder is remembered but its entries are not, since they may hold the file's bytes.
    this.#folders.delete(name);
    this.#told.set(name, 1);
    return { kind: 'acquisition', path: fid.path, fid: fid.entry, acqu };
  }
}

function fidAbsent<T>(folder: string): Found<T> {
  const path = folder === '' ? 'fid' : `${folder}/fid`;
  return {
    kind: 'fid-absent',
    path,
    problem: problem(
      'fid-absent',
      sentence('acquisition.fidAbsent'),
      sentence('acquisition.fidAbsentCure'),
      path,
    ),
  };
}

/** Of two sheets in one folder, prefers .tsv to .csv. */
function preferred(path: string, current: string): boolean {
  return /\.tsv$/i.test(path) && !/\.tsv$/i.test(current);
}
