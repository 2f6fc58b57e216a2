import { nextStep } from '../../core/classify/next-step';
import type { SampleRow } from '../../core/job/types';
import type { JudgedMeasure } from '../../core/quality/judge';
import { say } from '../../words/say';
import { faultWords } from './needs';
import { inWords } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/**
 * Writes the table's last cell: which measures of quality did not pass, what to do, why there is no answer,
 * and what a reader of the answer should know.
 */
export function rowNote(sample: SampleRow, faults: readonly JudgedMeasure[] = []): string {
  if (sample.failure !== null)
    return `${inWords(sample.failure.message)} ${inWords(sample.failure.cure)}`;
  const step = nextStep(sample, faults);
  return noteWith(step.kind === 'nothing' ? null : inWords(step.sentence), sample, faults);
}

/** Writes the same without what to do, for a table in which that has a column. */
export function noteWithoutStep(sample: SampleRow, faults: readonly JudgedMeasure[]): string {
  return sample.failure === null ? noteWith(null, sample, faults) : inWords(sample.failure.message);
}

function noteWith(
  step: string | null,
  sample: SampleRow,
  faults: readonly JudgedMeasure[],
): string {
  const parts: string[] = faults.length === 0 ? [] : [`${faultWords(faults)}.`];
  if (step !== null) parts.push(step);
  if (sample.call.kind !== 'species') parts.push(inWords(sample.call.reason));
  else if (sample.guard?.pattern === 'no') parts.push(`${inWords(labelOf(sample.guard))}.`);
  if (sample.spectra.length > 1) parts.push(restsOn(sample));
  const [first] = sample.warnings;
  if (first !== undefined && sample.warnings.length === 1) parts.push(inWords(first.message));
  if (sample.warnings.length > 1) {
    parts.push(say('results.noteWarnings', { count: sample.warnings.length }));
  }
  return parts.join(' ');
}

/** Writes `Mean of 3 spectra.`, `Mean of 2 of 3 spectra.` or `One of 3 spectra.` */
function restsOn({ spectra, consensus }: SampleRow): string {
  const count = spectra.length;
  const averaged = consensus === null ? 1 : consensus.spectra - (consensus.leftOut?.length ?? 0);
  if (averaged === count) return say('results.noteMean', { count });
  return averaged === 1
    ? say('results.noteOne', { count })
    : say('results.noteMeanOfSome', { averaged, count });
}
