import type { CallAgreement } from '../../core/compare/compare-calls';
import type { ComparedSample } from '../../core/compare/compare-jobs';
import { countOf } from '../format';
import { patternInSentence } from '../results/pattern-words';

export const agreementWords: Readonly<Record<CallAgreement, string>> = {
  same: 'Same taxon',
  'same-group': 'Same group',
  'both-refuse': 'Both refuse',
  'one-refuses': 'One refuses',
  differs: 'Differs',
  unread: 'Not read',
};

/** Explains each word. */
export const agreementHints: Readonly<Record<CallAgreement, string>> = {
  same: 'Both models name the same species, or the same group.',
  'same-group': 'One name holds the other: a group and its member, a species and its subspecies.',
  'both-refuse': 'Neither model names anything.',
  'one-refuses': 'One model names something, the other does not.',
  differs: 'The models name different taxa.',
  unread: 'The spectrum is empty or could not be read.',
};

/** Writes `Differs`, or which of the jobs has the sample. */
export function agreementText({ agreement, a }: ComparedSample): string {
  if (agreement !== null) return agreementWords[agreement];
  return a === null ? 'Only in B' : 'Only in A';
}

/**
 * Writes in how many samples of a job the guard finds no pattern.
 *
 * @param pattern from `patternName`
 */
export function lackingText(letter: 'A' | 'B', samples: number, pattern: string): string {
  return `${countOf(samples, 'sample', 'samples')} of ${letter} ${samples === 1 ? 'shows' : 'show'} no ${patternInSentence(pattern)}`;
}
