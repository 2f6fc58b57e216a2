import type { Interruptible } from '../interruptible';
import { looseName, spotOf } from './fold-name';
import type { SampleSheet } from './parse-sample-sheet';
import { rowKey, type SampleSheetRow } from './read-sheet-rows';
import { type KeyKind, looseParts, type NamedSpectrum, spectrumKeys } from './spectrum-keys';

/** A row, and what of the spectrum it names. */
export interface SheetMatch {
  readonly row: SampleSheetRow;
  readonly by: KeyKind;
}

/** Folders of a row's path for which more folders may stand above it than in the drop: so many levels. */
const MOST_TAILS = 12;

/**
 * Finds the row of a sheet that a spectrum is in, in a time that does not grow with the sheet. Rows name
 * spectra in any of the ways of `spectrumKeys`, or by a path with any number of folders above.
 */
export class SheetIndex {
  readonly rows: SampleSheetRow[] = [];
  /** Rows of a later sheet that say otherwise than an earlier one. */
  readonly contradictions: SampleSheetRow[] = [];
  readonly #known = new Map<string, SampleSheetRow>();
  readonly #exact = new Map<string, SampleSheetRow>();
  /** Without case; null for what rows of several samples are called. */
  readonly #loose = new Map<string, SampleSheetRow | null>();
  readonly #spots = new Map<string, SampleSheetRow>();
  readonly #paths = new Map<string, SampleSheetRow | null>();
  /** Ends of the paths, for a drop that begins further down. */
  readonly #tails = new Map<string, SampleSheetRow | null>();

  /** Takes a sheet in steps, beside those there are. Of a name that several have the first counts. */
  *add(sheet: SampleSheet): Interruptible<void> {
    for (const row of sheet.rows) {
      yield;
      const key = rowKey(row.spectrumId);
      const known = this.#known.get(key);
      if (known === undefined) {
        this.#known.set(key, row);
        this.#enter(row);
      } else if (known.sampleId !== row.sampleId) this.contradictions.push(row);
    }
  }

  /** @returns null for a spectrum in no row */
  find(spectrum: NamedSpectrum): SheetMatch | null {
    const [first = null] = this.matches(spectrum);
    return first;
  }

  /** All rows that name a spectrum, the one that counts first; a row may come several times. */
  *matches(spectrum: NamedSpectrum): Generator<SheetMatch, void, void> {
    for (const { kind, text } of spectrumKeys(spectrum)) {
      const row = this.#exact.get(text) ?? this.#loose.get(looseName(text));
      if (row) yield { row, by: kind };
    }
    yield* this.#byPath(spectrum.path);
    // Last, since other plates have the same spots.
    const row = this.#spots.get(spotOf(spectrum.spot) ?? '');
    if (row) yield { row, by: 'spot' };
  }

  *#byPath(path: string): Generator<SheetMatch, void, void> {
    if (this.#paths.size === 0) return;
    const parts = looseParts(path);
    for (let end = parts.length; end > 0; end--) {
      for (let start = 0; start < end; start++) {
        const row = this.#paths.get(parts.slice(start, end).join('/'));
        if (row) yield { row, by: 'folder' };
      }
      const row = this.#tails.get(parts.slice(0, end).join('/'));
      if (row) yield { row, by: 'folder' };
    }
  }

  #enter(row: SampleSheetRow): void {
    const { spectrumId } = row;
    this.rows.push(row);
    this.#exact.set(spectrumId, row);
    setUnlessTwo(this.#loose, looseName(spectrumId), row);
    const spot = spotOf(spectrumId);
    if (spot !== null) this.#spots.set(spot, row);
    if (!/[/\\]/.test(spectrumId)) return;
    const parts = looseParts(spectrumId);
    if (parts.length === 0) return;
    setUnlessTwo(this.#paths, parts.join('/'), row);
    const first = Math.max(1, parts.length - MOST_TAILS);
    for (let at = first; at < parts.length; at++) {
      setUnlessTwo(this.#tails, parts.slice(at).join('/'), row);
    }
  }
}

/** A name of rows of several samples says nothing. */
function setUnlessTwo(
  map: Map<string, SampleSheetRow | null>,
  key: string,
  row: SampleSheetRow,
): void {
  const before = map.get(key);
  const isOther = before === null || (before !== undefined && before.sampleId !== row.sampleId);
  map.set(key, isOther ? null : (before ?? row));
}
