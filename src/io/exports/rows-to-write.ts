import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { samplesInSpotOrder, spectraInSpotOrder } from '../../core/spot-order';
import type { ExportedJob } from './types';

type Rows = Pick<ExportedJob, 'samples' | 'spectra' | 'shown'>;

/**
 * Returns the samples that a file has: all of them by spot, then by name, as on the page; or those that the table
 * shows, in its order. Samples and spectra are ordered apart, since both at once would hold up the page.
 */
export function samplesToWrite({ samples, spectra, shown }: Rows): readonly SampleRow[] {
  return shown ?? samplesInSpotOrder(samples, spectra);
}

/** Returns the spectra that a file has: all of them by spot, then by name; or those of the samples that it has. */
export function spectraToWrite({ spectra, shown }: Rows): readonly SpectrumRow[] {
  if (shown === undefined) return spectraInSpotOrder(spectra);
  const wanted = new Set(shown.flatMap((sample) => sample.spectra));
  return spectra.filter(({ index }) => wanted.has(index));
}
