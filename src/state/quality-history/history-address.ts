import type { SpectrumRow } from '../../core/job/types';
import type { InstrumentRuns } from '../../core/quality-history/run-order';
import type { JobRecord } from '../../storage/records';

/** What an instrument is called in the address. */
export function keyOf({
  instrument,
  isExample,
}: Pick<InstrumentRuns, 'instrument' | 'isExample'>): string {
  return isExample ? `example:${instrument}` : instrument;
}

/**
 * Returns the path of the page of quality over time, with the instrument of a job: that of its first spectrum whose
 * file says one.
 */
export function historyPath(
  { origin }: Pick<JobRecord, 'origin'>,
  spectra: readonly Pick<SpectrumRow, 'record'>[],
): string {
  const isNamed = ({ record }: Pick<SpectrumRow, 'record'>) => Boolean(record?.instrument);
  const instrument = spectra.find(isNamed)?.record?.instrument;
  if (!instrument) return '/quality';
  const key = keyOf({ instrument, isExample: origin === 'example' });
  return `/quality?${new URLSearchParams({ instrument: key }).toString()}`;
}
