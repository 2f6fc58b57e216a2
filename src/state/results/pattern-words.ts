import { type GuardVerdict, type JobGuard, type Pattern, PATTERNS } from '../../core/job/types';

export const patterns: readonly Pattern[] = PATTERNS;

export const patternWords: Readonly<Record<Pattern, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-judged': 'Not judged',
};

/** The name of the pattern where the guard's taxa have no common genus. */
const ANY_PATTERN = 'Pattern';

/** Returns the name of what the guard looks for, which is also the column's name: `Klebsiella pattern`. */
export function patternName(guard: JobGuard | undefined): string {
  return guard?.kind === 'watched' && guard.guard.genus !== ''
    ? `${guard.guard.genus} pattern`
    : ANY_PATTERN;
}

/**
 * Returns the same name within a sentence: `Klebsiella pattern`, or `pattern`.
 *
 * @param name from `patternName`
 */
export function patternInSentence(name: string): string {
  return name === ANY_PATTERN ? 'pattern' : name;
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
      return `No ${patternInSentence(name)}`;
    case 'not-judged':
      return `${name} not judged`;
    default:
      return null;
  }
}
