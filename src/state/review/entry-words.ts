import type { ReviewEntry } from '../../core/review/entry';
import type { Standing } from '../../core/review/review-of';
import { unreachable } from '../../core/result';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { formatTime } from '../format';

type Undone = Exclude<ReviewEntry['kind'], 'withdrawal'>;

const STANDINGS = {
  replaced: 'review.standingReplaced',
  outdated: 'review.standingOutdated',
  withdrawn: 'review.standingWithdrawn',
} as const satisfies Record<Exclude<Standing, 'stands'>, MessageKey>;

const WITHDRAW = {
  reviewed: 'review.withdrawReview',
  note: 'review.withdrawNote',
  override: 'review.withdrawOverride',
} as const satisfies Record<Undone, MessageKey>;

const WITHDREW = {
  reviewed: 'review.withdrewReview',
  note: 'review.withdrewNote',
  override: 'review.withdrewOverride',
} as const satisfies Record<Undone, MessageKey>;

/** Writes why an entry does not count; empty where it does. */
export function standingWords(standing: Standing): string {
  return standing === 'stands' ? '' : say(STANDINGS[standing]);
}

/** Writes what an entry says, in lines. */
export function entryWords(entry: ReviewEntry, all: readonly ReviewEntry[]): readonly string[] {
  switch (entry.kind) {
    case 'reviewed':
      return [say('review.entryReviewed', { call: entry.saw.label })];
    case 'note':
      return [say('review.entryNote', { text: entry.text })];
    case 'override': {
      const { saw, call, reason } = entry;
      const what =
        call.label === null
          ? say('review.entryOverrideNone', { seen: saw.label })
          : say('review.entryOverride', { seen: saw.label, call: call.label });
      return [what, say('review.entryReason', { reason })];
    }
    case 'withdrawal': {
      const withdrawn = all.find(({ order }) => order === entry.withdraws);
      if (withdrawn === undefined || withdrawn.kind === 'withdrawal') return [];
      return [say(WITHDREW[withdrawn.kind], { time: formatTime(withdrawn.at) })];
    }
    default:
      return unreachable(entry);
  }
}

/** Names the button that takes an entry back. */
export function withdrawWords(entry: Exclude<ReviewEntry, { kind: 'withdrawal' }>): string {
  return say(WITHDRAW[entry.kind], { time: formatTime(entry.at) });
}
