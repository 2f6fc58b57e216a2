import { samplesInSpotOrder, spectraInSpotOrder } from '../../core/spot-order';
import type { ExportedJob } from './types';

type Rows = Pick<ExportedJob, 'samples' | 'spectra'>;

/** Returns a job's rows in the order in which files list them, which is that of the page: by spot, then by name. */
export function inSpotOrder({ samples, spectra }: Rows): Rows {
  return {
    samples: samplesInSpotOrder(samples, spectra),
    spectra: spectraInSpotOrder(spectra),
  };
}
