import { type GuardVerdict, type JobGuard, type Pattern, PATTERNS } from '../../core/job/types';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';

export const patterns: readonly Pattern[] = PATTERNS;

const FINDINGS = {
  yes: 'results.patternYes',
  no: 'results.patternNo',
  'not-judged': 'results.patternNotJudged',
} as const satisfies Record<Pattern, MessageKey>;

/** Returns the guard's finding in the page's words. */
export function patternWord(pattern: Pattern): string {
  return say(FINDINGS[pattern]);
}

/**
 * Returns the name of what the guard looks for, which is also the column's name: `Klebsiella pattern`. It has no
 * genus where the guard's taxa have none in common.
 */
export function patternName(guard: JobGuard | undefined): string {
  return guard?.kind === 'watched' && guard.guard.genus !== ''
    ? say('results.patternOf', { genus: guard.guard.genus })
    : say('results.columnPattern');
}

/**
 * Returns the same name within a sentence: `Klebsiella pattern`, or `pattern`.
 *
 * @param name from `patternName`
 */
export function patternInSentence(name: string): string {
  return name === say('results.columnPattern') ? say('results.patternInSentence') : name;
}

/**
 * Returns what is said beside a classifier's call: `No Klebsiella pattern`. Null where the guard finds the
 * pattern, and where no guard ran.
 *
 * @param name from `patternName`
 */
export function patternNote(guard: GuardVerdict | undefined, name: string): string | null {
  switch (guard?.pattern) {
    case 'no':
      return say('results.patternNone', { pattern: patternInSentence(name) });
    case 'not-judged':
      return say('results.patternNoteNotJudged', { pattern: name });
    default:
      return null;
  }
}
