import { type Problem, problem } from '../problem';
import type { SampleSheetRow } from './read-sheet-rows';
import type { SheetSet, SpectrumInDrop } from './sheet-set';
import { someNames } from './told-lists';
import { inTurn, sentence, type Sentence } from '../../words/told/sentence';

/** What is known of a job's sheets while their spectra are still being listed and read. */
export interface SheetSoFar {
  readonly rows: number;
  /** Rows that name a spectrum by what is known of it so far. */
  readonly matched: number;
  /** Samples of these rows. */
  readonly samples: number;
  /** The `spectrum_id` of the first of the other rows. */
  readonly unmatched: readonly string[];
  /** Spectra that were found so far. */
  readonly spectra: number;
  /** Those of them that were read, whose own names are known. */
  readonly read: number;
  /** Whether all spectra were found. */
  readonly listed: boolean;
}

/** Rows that match nothing which are kept while a job runs; its end names all. */
const KEPT = 200;

/** Follows which rows of a job's sheets name a spectrum, as spectra and what they are called become known. */
export class SheetProgress {
  readonly #sheets: SheetSet;
  readonly #unmatched = new Set<SampleSheetRow>();
  readonly #samples = new Set<string>();
  #rows = 0;

  constructor(sheets: SheetSet) {
    this.#sheets = sheets;
  }

  /** Begins again, since there is another sheet. All spectra have to be noted once more. */
  restart(): void {
    const { rows } = this.#sheets;
    this.#rows = rows.length;
    this.#samples.clear();
    this.#unmatched.clear();
    for (const row of rows) this.#unmatched.add(row);
  }

  /** Notes what a spectrum is called, as far as that is known. */
  note(spectrum: SpectrumInDrop): void {
    let isFirst = true;
    for (const { row } of this.#sheets.matches(spectrum)) {
      if (isFirst) this.#samples.add(row.sampleId);
      isFirst = false;
      this.#unmatched.delete(row);
    }
  }

  soFar(): Omit<SheetSoFar, 'spectra' | 'read' | 'listed'> {
    const unmatched: string[] = [];
    for (const { spectrumId } of this.#unmatched) {
      if (unmatched.length === KEPT) break;
      unmatched.push(spectrumId);
    }
    return {
      rows: this.#rows,
      matched: this.#rows - this.#unmatched.size,
      samples: this.#samples.size,
      unmatched,
    };
  }
}

/** Says how many rows match so far, and for how many samples. */
export function describeSoFar({ rows, matched, samples, spectra, listed }: SheetSoFar): Sentence {
  return sentence(listed ? 'sheet.soFarAll' : 'sheet.soFarFound', {
    matched,
    rows,
    spectra,
    count: samples,
  });
}

/** @returns which rows match nothing yet, once all spectra were found; null while all match, or before */
export function unmatchedSoFar(
  soFar: SheetSoFar,
): Problem<'sheet-no-match-yet' | 'sheet-unmatched-yet'> | null {
  const { rows, matched, unmatched, spectra, read, listed } = soFar;
  const count = rows - matched;
  if (!listed || count === 0) return null;
  const names = someNames(unmatched, count);
  const cure = inTurn(
    read < spectra ? sentence('sheet.yetToRead') : null,
    sentence('sheet.otherRunCure'),
  );
  if (matched === 0) {
    return problem(
      'sheet-no-match-yet',
      read === 0
        ? sentence('sheet.noMatchUnread', { names })
        : sentence('sheet.noMatchRead', { read, spectra, names }),
      cure,
    );
  }
  return problem(
    'sheet-unmatched-yet',
    read === 0
      ? sentence('sheet.unmatchedUnread', { count, rows, names })
      : sentence('sheet.unmatchedRead', { count, rows, read, spectra, names }),
    cure,
  );
}
