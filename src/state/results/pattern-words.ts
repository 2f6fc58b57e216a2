import { type GuardVerdict, type JobGuard, type Pattern, PATTERNS } from '../../core/job/types';

export const patterns: readonly Pattern[] = PATTERNS;

export const patternWords: Readonly<Record<Pattern, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-judged': 'Not judged',
};

/** What is looked for where the guard's taxa have no common genus. */
const ANY_PATTERN = 'Pattern';

/** What the guard looks for, as the table's column is called: `Klebsiella pattern`. */
export function patternName(guard: JobGuard | undefined): string {
  return guard?.kind === 'watched' && guard.guard.genus !== ''
    ? `${guard.guard.genus} pattern`
    : ANY_PATTERN;
}

/**
 * The same within a sentence: `Klebsiella pattern`, or `pattern`.
 *
 * @param name as `patternName` gives it
 */
export function patternInSentence(name: string): string {
  return name === ANY_PATTERN ? 'pattern' : name;
}

/**
 * What is to be said beside a classifier's call: `No Klebsiella pattern`. Null where the guard finds the
 * pattern, and where nothing was looked for.
 *
 * @param name as `patternName` gives it
 */
export function patternNote(guard: GuardVerdict | undefined, name: string): string | null {
  switch (guard?.pattern) {
    case 'no':
      return `No ${patternInSentence(name)}`;
    case 'not-judged':
      return `${name} not judged`;
    default:
      return null;
  }
}
