import type { Interruptible } from '../interruptible';
import type { SampleSheet } from './parse-sample-sheet';
import type { SampleSheetRow } from './read-sheet-rows';
import { SheetIndex, type SheetMatch } from './sheet-index';
import type { NamedSpectrum } from './spectrum-keys';

/** The part of a drop that a sample sheet is for: the folder or the archive that it came with. */
export interface SheetScope {
  /** Number of an archive; null: the folder is one of the drop. */
  readonly source: number | null;
  /** A folder with all that is in it; empty: all of the archive, or of the drop. */
  readonly folder: string;
}

/** Of a sheet that was chosen beside the drop, or that lies at its root. */
export const WHOLE_DROP: SheetScope = { source: null, folder: '' };

/** A spectrum, and where in the drop it lies. */
export interface SpectrumInDrop extends NamedSpectrum {
  readonly source: number;
  /** Path inside its source. */
  readonly pathInSource: string;
  /** Path in the drop, with that of its archive. */
  readonly pathInDrop: string;
  /** Whether it is in no sample: a calibrant, or a copy. */
  readonly isLeftOut: boolean;
}

/** A row that names a spectrum, and the part of the drop that its sheet is for. */
export interface ScopedMatch extends SheetMatch {
  /** The same for all sheets of one part: equal samples of two parts are two samples. */
  readonly scope: string;
}

interface ScopedIndex {
  readonly key: string;
  readonly scope: SheetScope;
  readonly index: SheetIndex;
}

/** The sample sheets of a job. Each names only spectra of the folder or archive that it came with. */
export class SheetSet {
  readonly paths: string[] = [];
  /** Those nearest to the root first: their rows count before those of sheets further down. */
  #scoped: readonly ScopedIndex[] = [];

  /** Adds a sheet, in steps. If several sheets have a name, the first sheet counts. */
  *add(sheet: SampleSheet, scope: SheetScope): Interruptible<void> {
    this.paths.push(sheet.path);
    const key = `${scope.source ?? ''}:${scope.folder}`;
    let scoped = this.#scoped.find((one) => one.key === key);
    if (scoped === undefined) {
      scoped = { key, scope, index: new SheetIndex() };
      this.#scoped = [...this.#scoped, scoped].toSorted((a, b) => depthOf(a) - depthOf(b));
    }
    yield* scoped.index.add(sheet);
  }

  get rows(): readonly SampleSheetRow[] {
    return this.#scoped.flatMap(({ index }) => index.rows);
  }

  /** Rows of a later sheet that contradict an earlier sheet of the same part. */
  get contradictions(): readonly SampleSheetRow[] {
    return this.#scoped.flatMap(({ index }) => index.contradictions);
  }

  /** @returns null for a spectrum in no row */
  find(spectrum: SpectrumInDrop): ScopedMatch | null {
    const [first = null] = this.matches(spectrum);
    return first;
  }

  /** All rows that name a spectrum, the one that counts first; a row may come several times. */
  *matches(spectrum: SpectrumInDrop): Generator<ScopedMatch, void, void> {
    for (const { key, scope, index } of this.#scoped) {
      if (!covers(scope, spectrum)) continue;
      for (const match of index.matches(spectrum)) yield { ...match, scope: key };
    }
  }
}

function covers({ source, folder }: SheetScope, spectrum: SpectrumInDrop): boolean {
  if (source !== null && source !== spectrum.source) return false;
  const path = source === null ? spectrum.pathInDrop : spectrum.pathInSource;
  return folder === '' || path.startsWith(`${folder}/`);
}

function depthOf({ scope: { source, folder } }: ScopedIndex): number {
  return (source === null ? 0 : 1_000) + (folder === '' ? 0 : folder.split('/').length);
}
