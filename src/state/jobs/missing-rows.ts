import { problem, type Problem } from '../../core/problem';
import { isActive } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { formatCount } from '../format';
import { type Sentence, sentence } from '../../words/told/sentence';

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
  const message = describeMissing(counts, {
    samples: counts.samples - samples.length,
    spectra: counts.done - spectra.length,
  });
  return message === null ? null : problem('rows-missing', message, sentence('job.missingCure'));
}

function describeMissing(
  { samples, done: spectra }: JobRecord['counts'],
  lacking: { readonly samples: number; readonly spectra: number },
): Sentence | null {
  const lackingSamples = formatCount(lacking.samples);
  const lackingSpectra = formatCount(lacking.spectra);
  if (lacking.samples > 0 && lacking.spectra > 0) {
    return sentence('job.missingBoth', { lackingSamples, samples, lackingSpectra, spectra });
  }
  if (lacking.samples > 0) return sentence('job.missingSamples', { lackingSamples, samples });
  return lacking.spectra > 0 ? sentence('job.missingSpectra', { lackingSpectra, spectra }) : null;
}
