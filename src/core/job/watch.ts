import type { Problem } from '../problem';
import type { CallRule, ModelRef } from './types';

/** Whether a spectrum shows the pattern of the genera that the guard knows. */
export const PATTERNS = ['yes', 'no', 'not-judged'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** What the guard, the marker model beside a laboratory's classifier, finds in a spectrum or a mean. */
export interface GuardVerdict {
  readonly pattern: Pattern;
  /** Id and version of the guard: `ribosomal-klebsiella 1.0.0`. */
  readonly model: string;
  /** The rule of the guard's own call; null when it gave no answer. */
  readonly rule: CallRule | null;
  /** What the guard calls it by itself: a species, or "No Klebsiella pattern". Plain text. */
  readonly label: string;
  /** Why there is no pattern, or why it was not judged; null where there is one. */
  readonly reason: string | null;
}

/** The guard of a job. */
export interface GuardRef extends ModelRef {
  /** The genus after which its pattern is called: `Klebsiella`. */
  readonly genus: string;
}

/** Whether a job's classifier was watched. A model that can refuse by itself has none of these. */
export type JobWatch =
  | { readonly kind: 'watched'; readonly guard: GuardRef }
  /** It was not wanted, or makes no sense; the reason is a sentence. */
  | { readonly kind: 'not-watched'; readonly reason: string }
  /** It should have been watched, but the guard could not be had. */
  | { readonly kind: 'failed'; readonly problem: Problem };
