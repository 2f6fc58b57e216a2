import { writeTemplate } from '../../core/sample-sheet/write-template';
import type { ExportedJob } from './types';

/** Yields the run's sample sheet to fill in, with all spectra except those that are left out by rule. */
export function exportSheet({ spectra }: ExportedJob): Generator<string, void, void> {
  return writeTemplate(spectra.filter(({ status }) => status !== 'skipped'));
}
