import type { SampleSheetReport } from '../job/types';
import type { SpectrumNames } from '../spectrum/spectrum';
import type { SampleSheet } from './parse-sample-sheet';

export interface ReplicateGroup {
  /** The sheet's `sample_id`, or the `uniqueName` of a spectrum that is in no row. */
  readonly name: string;
  /** Positions in the list of spectra, ascending. */
  readonly members: readonly number[];
}

export interface Grouping {
  /** In order of their first spectrum. Every spectrum is in exactly one. */
  readonly groups: readonly ReplicateGroup[];
  readonly report: SampleSheetReport;
}

/**
 * The row that a spectrum is in. Its names are tried in this order: uid, sample name, full name,
 * semi-unique name; the first that a row has counts.
 *
 * @param rows by their `spectrumId`
 */
export function sheetRowOf<Row>(
  rows: ReadonlyMap<string, Row>,
  names: SpectrumNames,
): Row | undefined {
  return [names.uid, names.sampleName, names.fullName, names.semiUniqueName]
    .map((name) => rows.get(name))
    .find((found) => found !== undefined);
}

/**
 * Puts spectra that the sheet gives the same `sample_id` into one group; see `sheetRowOf`.
 *
 * @param spectra not changed
 */
export function groupReplicates(sheet: SampleSheet, spectra: readonly SpectrumNames[]): Grouping {
  const rows = new Map(sheet.rows.map((row) => [row.spectrumId, { ...row, matches: 0 }]));
  const samples = new Map<string, number[]>();
  // A sample_id may read like some unique name: what is grouped and what is alone are kept apart.
  const groups: { readonly name: string; readonly members: number[] }[] = [];
  spectra.forEach((names, position) => {
    const row = sheetRowOf(rows, names);
    if (row) row.matches++;
    const together = row && samples.get(row.sampleId);
    if (together) {
      together.push(position);
      return;
    }
    const members = [position];
    if (row) samples.set(row.sampleId, members);
    groups.push({ name: row?.sampleId ?? names.uniqueName, members });
  });

  const used = [...rows.values()];
  return {
    groups,
    report: {
      path: sheet.path,
      rows: sheet.rows.length,
      matched: used.filter((row) => row.matches > 0).length,
      unmatched: used.filter((row) => row.matches === 0).map((row) => row.spectrumId),
      ambiguous: used
        .filter((row) => row.matches > 1)
        .map((row) => ({ spectrumId: row.spectrumId, spectra: row.matches })),
    },
  };
}
