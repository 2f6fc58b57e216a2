import { folderOf } from '../../src/core/bruker/folder-of';
import { type SheetScope, WHOLE_DROP } from '../../src/core/sample-sheet/sheet-set';
import type { ArchiveStep } from './api';

/**
 * Decides which part of a drop the sheets of one source are for: the folder that a sheet lies in, or the nearest
 * one above it that has spectra. A sheet that is alone in its archive is for what lies beside the archive.
 */
export class SheetScopes {
  readonly #source: number;
  readonly #archives: ReadonlyMap<number, string>;
  /** All folders that have spectra, at any depth, but for those of `#noted`. */
  readonly #folders = new Set<string>();
  /** Paths of spectra whose folders nobody has asked for: most runs have no sheet. */
  #noted: string[] = [];
  readonly #waiting: SheetStep[] = [];

  /** @param archives paths of the archives that were opened so far, by their numbers */
  constructor(source: number, archives: ReadonlyMap<number, string>) {
    this.#source = source;
    this.#archives = archives;
  }

  /** Notes a spectrum of the source. */
  note(path: string): void {
    this.#noted.push(path);
  }

  /** Returns all folders that have spectra, at any depth. */
  #withSpectra(): ReadonlySet<string> {
    const folders = this.#folders;
    for (const path of this.#noted) {
      for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) {
        folders.add(folder);
      }
    }
    this.#noted = [];
    return folders;
  }

  /** Narrows sheets among steps of a source all of whose spectra were noted. */
  scoped(step: ArchiveStep): ArchiveStep {
    return step.kind === 'sample-sheet' ? { ...step, scope: this.#scopeOf(step) } : step;
  }

  /**
   * Takes the next step of a source that is read once, from its beginning to its end. A sheet waits for the first
   * spectrum of its folder, since it may have none.
   *
   * @returns the steps that can be given now
   */
  *next(step: ArchiveStep): Generator<ArchiveStep, void, void> {
    if (step.kind === 'sample-sheet') this.#waiting.push(step);
    else if (step.kind === 'acquisition') this.note(step.path);
    if (this.#waiting.length > 0) {
      const withSpectra = this.#withSpectra();
      for (const sheet of this.#waiting.splice(0)) {
        if (withSpectra.has(folderOf(sheet.sheet.path))) yield this.scoped(sheet);
        else this.#waiting.push(sheet);
      }
    }
    if (step.kind !== 'sample-sheet') yield step;
  }

  /** Gives the sheets whose folders have no spectra, after the last step. */
  *finish(): Generator<ArchiveStep, void, void> {
    for (const sheet of this.#waiting.splice(0)) yield this.scoped(sheet);
  }

  #scopeOf({ sheet }: SheetStep): SheetScope {
    const archive = this.#archives.get(this.#source);
    if (archive === undefined) {
      for (const path of this.#archives.values()) this.note(path);
    }
    const withSpectra = this.#withSpectra();
    let folder = folderOf(sheet.path);
    while (folder !== '' && !withSpectra.has(folder)) folder = folderOf(folder);
    if (archive === undefined) return { ...WHOLE_DROP, folder };
    if (withSpectra.size === 0) return { ...WHOLE_DROP, folder: folderOf(archive) };
    return { source: this.#source, folder };
  }
}

type SheetStep = Extract<ArchiveStep, { kind: 'sample-sheet' }>;
