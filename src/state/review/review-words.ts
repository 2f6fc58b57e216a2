import type { ModelManifest } from '../../core/model-pack/types';
import type { OverrideFault } from '../../core/review/entry';
import type { OverrideEntry, Review, ReviewState } from '../../core/review/review-of';
import type { ReviewCounts } from '../../core/review/reviewed-samples';
import { formatCount } from '../format';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';

const STATES = {
  open: 'review.stateOpen',
  reviewed: 'review.stateReviewed',
  overridden: 'review.stateOverridden',
} as const satisfies Record<ReviewState, MessageKey>;

const FAULTS = {
  'name-missing': 'review.faultName',
  'reason-missing': 'review.faultReason',
  'same-call': 'review.faultSame',
} as const satisfies Record<OverrideFault, MessageKey>;

/** Writes where a review stands, as a cell has it: `Reviewed`. */
export function stateWord(state: ReviewState): string {
  return say(STATES[state]);
}

/** Writes why an override cannot be saved. */
export function faultWords(fault: OverrideFault): string {
  return say(FAULTS[fault]);
}

/** Writes an override for a cell: `Overridden: K. oxytoca`. */
export function overrideWords({ call }: OverrideEntry, manifest: ModelManifest | null): string {
  if (call.label === null) return say('review.overriddenNone');
  const known = [...(manifest?.taxa ?? []), ...(manifest?.groups ?? [])];
  const short = known.find(({ id }) => id === call.taxon)?.shortName ?? call.label;
  return say('review.overriddenAs', { call: short });
}

/** Writes the same with who did it. */
export function overrideByWords({ call, by }: OverrideEntry): string {
  return call.label === null
    ? say('review.overriddenNoneBy', { initials: by })
    : say('review.overriddenBy', { initials: by, call: call.label });
}

/** Writes `12 of 96 reviewed`, for the head of a job. */
export function headWords({ open, reviewed, overridden }: ReviewCounts): string {
  const values = {
    reviewed: formatCount(reviewed + overridden),
    total: formatCount(open + reviewed + overridden),
  };
  return overridden === 0
    ? say('review.head', values)
    : say('review.headOverridden', { ...values, overridden: formatCount(overridden) });
}

/** Writes what a person decided, for paper, worklists and the search; empty where nobody did. */
export function reviewText({ state, by, override, notes }: Review): string {
  const parts: string[] = [];
  if (override !== null) {
    parts.push(overrideByWords(override), say('review.entryReason', { reason: override.reason }));
  } else if (state === 'reviewed') {
    parts.push(say('review.reviewedBy', { initials: by.join(', ') }));
  }
  for (const { text } of notes) parts.push(say('review.entryNote', { text }));
  return parts.join('; ');
}
