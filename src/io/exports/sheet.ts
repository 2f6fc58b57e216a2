import { writeTemplate } from '../../core/sample-sheet/write-template';
import { spectraToWrite } from './rows-to-write';
import type { ExportedJob } from './types';

/** Yields the run's sample sheet to fill in, with all spectra except those that are left out by rule. */
export function exportSheet(exported: ExportedJob): Generator<string, void, void> {
  return writeTemplate(spectraToWrite(exported).filter(({ status }) => status !== 'skipped'));
}
