import type { Piece, WorkbookTarget } from '../workbook/types';
import type { ExportedJob } from './types';
import { markersSheet } from './workbook/markers-sheet';
import { qualitySheet } from './workbook/quality-sheet';
import { recordSheet } from './workbook/record-sheet';
import { samplesSheet } from './workbook/samples-sheet';
import { spectraSheet } from './workbook/spectra-sheet';
import { writeWorkbook } from './workbook/write-workbook';

/**
 * Yields a job as an Excel workbook (Office Open XML), a sheet for each kind of rows; docs/output.md.
 *
 * @param start starts what writes it: on a page, a thread
 */
export function exportXlsx(
  exported: ExportedJob,
  start: () => WorkbookTarget,
): AsyncGenerator<Piece, void, void> {
  return writeWorkbook(
    [
      samplesSheet(exported),
      spectraSheet(exported),
      markersSheet(exported),
      qualitySheet(exported),
      recordSheet(exported),
    ],
    start,
  );
}
