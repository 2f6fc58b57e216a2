import type { ExportedJob } from './types';
import { markersSheet } from './workbook/markers-sheet';
import { qualitySheet } from './workbook/quality-sheet';
import { recordSheet } from './workbook/record-sheet';
import { samplesSheet } from './workbook/samples-sheet';
import { spectraSheet } from './workbook/spectra-sheet';
import { type Piece, writeWorkbook } from './workbook/write-workbook';

/** Yields a job as an Excel workbook (Office Open XML), a sheet for each kind of rows; docs/output.md. */
export function exportXlsx(exported: ExportedJob): AsyncGenerator<Piece, void, void> {
  return writeWorkbook([
    samplesSheet(exported),
    spectraSheet(exported),
    markersSheet(exported),
    qualitySheet(exported),
    recordSheet(exported),
  ]);
}
