import { problem, type Problem } from '../../core/problem';
import { isActive } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { countOf } from '../format';

interface Rows {
  readonly spectra: readonly unknown[];
  readonly samples: readonly unknown[];
}

/**
 * Compares what the record of an ended job counts with the rows that were read. Rows of an active job may
 * be older or newer than the record.
 *
 * @returns what is missing; null when nothing is
 */
export function missingRows(
  { status, counts, deletedAt }: Pick<JobRecord, 'status' | 'counts' | 'deletedAt'>,
  { spectra, samples }: Rows,
): Problem<'rows-missing'> | null {
  if (isActive(status) || deletedAt !== null) return null;
  const missing = [
    { lacking: counts.samples - samples.length, of: countOf(counts.samples, 'sample', 'samples') },
    { lacking: counts.done - spectra.length, of: countOf(counts.done, 'spectrum', 'spectra') },
  ].filter(({ lacking }) => lacking > 0);
  if (missing.length === 0) return null;
  const parts = missing.map(({ lacking, of }) => `${lacking} of ${of}`).join(', and of ');
  return problem(
    'rows-missing',
    `This job is not whole: the browser’s storage lacks the results of ${parts}.`,
    'Do not take it for the whole run. Identify the run again; the results that are here can still be exported.',
  );
}
