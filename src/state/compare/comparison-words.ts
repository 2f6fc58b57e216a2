import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import type { Comparison } from './compare-filter';

export const AGREEMENT_WORDS = {
  same: 'compare.wordSame',
  'same-group': 'compare.wordSameGroup',
  'both-refuse': 'compare.wordBothRefuse',
  'one-refuses': 'compare.wordOneRefuses',
  differs: 'compare.wordDiffers',
  unread: 'compare.wordUnread',
  'only-a': 'compare.wordOnlyA',
  'only-b': 'compare.wordOnlyB',
} as const satisfies Record<Comparison, MessageKey>;

/** The same words behind the number of their samples. */
export const AGREEMENT_COUNTS = {
  same: 'compare.countSame',
  'same-group': 'compare.countSameGroup',
  'both-refuse': 'compare.countBothRefuse',
  'one-refuses': 'compare.countOneRefuses',
  differs: 'compare.countDiffers',
  unread: 'compare.countUnread',
  'only-a': 'compare.countOnlyA',
  'only-b': 'compare.countOnlyB',
} as const satisfies Record<Comparison, MessageKey>;

/** Explains each word. */
export const AGREEMENT_HINTS = {
  same: 'compare.hintSame',
  'same-group': 'compare.hintSameGroup',
  'both-refuse': 'compare.hintBothRefuse',
  'one-refuses': 'compare.hintOneRefuses',
  differs: 'compare.hintDiffers',
  unread: 'compare.hintUnread',
  'only-a': 'compare.hintOnlyA',
  'only-b': 'compare.hintOnlyB',
} as const satisfies Record<Comparison, MessageKey>;

/**
 * Writes in how many samples of a job the guard finds no pattern.
 *
 * @param genus that the pattern is named after; empty where it has no name
 */
export function lackingText(job: 'A' | 'B', count: number, genus: string): string {
  return genus === ''
    ? say('compare.lackingAny', { count, job })
    : say('compare.lacking', { count, job, genus });
}
