import { countOf } from '../format';
import { patternInSentence } from '../results/pattern-words';
import type { Comparison } from './compare-filter';

export const agreementWords: Readonly<Record<Comparison, string>> = {
  same: 'Same taxon',
  'same-group': 'Same group',
  'both-refuse': 'Both refuse',
  'one-refuses': 'One refuses',
  differs: 'Differs',
  unread: 'Not read',
  'only-a': 'Only in A',
  'only-b': 'Only in B',
};

/** Explains each word. */
export const agreementHints: Readonly<Record<Comparison, string>> = {
  same: 'Both models give the same species, or the same group.',
  'same-group':
    'One name includes the other: a group and its member, a species and its subspecies. The two do not contradict each other.',
  'both-refuse': 'Neither model identifies the sample.',
  'one-refuses': 'One model identifies the sample, the other does not.',
  differs: 'The models give different species or groups, neither of which includes the other.',
  unread: 'The spectrum is empty or could not be read.',
  'only-a': 'The second job has no sample of these spectra.',
  'only-b': 'The first job has no sample of these spectra.',
};

/**
 * Writes in how many samples of a job the guard finds no pattern.
 *
 * @param pattern from `patternName`
 */
export function lackingText(letter: 'A' | 'B', samples: number, pattern: string): string {
  return `${countOf(samples, 'sample', 'samples')} of ${letter} ${samples === 1 ? 'shows' : 'show'} no ${patternInSentence(pattern)}`;
}
