import { writeTemplate } from '../../core/sample-sheet/write-template';
import { inSpotOrder } from './in-spot-order';
import type { ExportedJob } from './types';

/** Yields the run's sample sheet to fill in, by spot, with all spectra except those that are left out by rule. */
export function exportSheet(exported: ExportedJob): Generator<string, void, void> {
  return writeTemplate(inSpotOrder(exported).spectra.filter(({ status }) => status !== 'skipped'));
}
