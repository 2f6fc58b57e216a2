import { samplesInSpotOrder, spectraInSpotOrder } from '../../core/spot-order';
import type { ExportedJob } from './types';

/**
 * Returns the rows that a file has: all of them by spot, then by name, as on the page; or the samples that the
 * table shows, in its order, with their spectra.
 */
export function rowsToWrite({
  samples,
  spectra,
  shown,
}: ExportedJob): Pick<ExportedJob, 'samples' | 'spectra'> {
  if (shown === undefined) {
    return {
      samples: samplesInSpotOrder(samples, spectra),
      spectra: spectraInSpotOrder(spectra),
    };
  }
  const wanted = new Set(shown.flatMap((sample) => sample.spectra));
  return { samples: shown, spectra: spectra.filter(({ index }) => wanted.has(index)) };
}
