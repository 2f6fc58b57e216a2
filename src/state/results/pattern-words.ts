import { type JobWatch, type Pattern, PATTERNS } from '../../core/job/types';

export const patterns: readonly Pattern[] = PATTERNS;

export const patternWords: Readonly<Record<Pattern, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-judged': 'Not judged',
};

/** What the guard looks for, as the table's column is called: `Klebsiella pattern`. */
export function patternName(watch: JobWatch | undefined): string {
  return watch?.kind === 'watched' && watch.guard.genus !== ''
    ? `${watch.guard.genus} pattern`
    : 'Pattern';
}
