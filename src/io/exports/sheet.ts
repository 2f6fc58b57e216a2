import { writeTemplate } from '../../core/sample-sheet/write-template';
import { rowsToWrite } from './rows-to-write';
import type { ExportedJob } from './types';

/** Yields the run's sample sheet to fill in, with all spectra except those that are left out by rule. */
export function exportSheet(exported: ExportedJob): Generator<string, void, void> {
  return writeTemplate(rowsToWrite(exported).spectra.filter(({ status }) => status !== 'skipped'));
}
