import { inSpotOrder } from './in-spot-order';
import type { ExportedJob } from './types';

/**
 * Returns the rows that a file has: all of them by spot, or the samples that the table shows, in its order, with their
 * spectra.
 */
export function rowsToWrite(exported: ExportedJob): Pick<ExportedJob, 'samples' | 'spectra'> {
  const { spectra, shown } = exported;
  if (shown === undefined) return inSpotOrder(exported);
  const wanted = new Set(shown.flatMap((sample) => sample.spectra));
  return { samples: shown, spectra: spectra.filter(({ index }) => wanted.has(index)) };
}
