import type { SampleRow } from '../../core/job/types';
import { countOf } from '../format';

/** The table's last cell: why there is no answer, or what a reader of the answer should know. */
export function rowNote(sample: SampleRow): string {
  if (sample.failure !== null) return `${sample.failure.message} ${sample.failure.cure}`;
  const parts: string[] = [];
  if (sample.call.kind !== 'species') parts.push(sample.call.reason);
  else if (sample.guard?.pattern === 'no') parts.push(`${sample.guard.label}.`);
  if (sample.spectra.length > 1) parts.push(`Mean of ${sample.spectra.length} spectra.`);
  const [first] = sample.warnings;
  if (first !== undefined && sample.warnings.length === 1) parts.push(first.message);
  if (sample.warnings.length > 1)
    parts.push(`${countOf(sample.warnings.length, 'warning', 'warnings')}.`);
  return parts.join(' ');
}
