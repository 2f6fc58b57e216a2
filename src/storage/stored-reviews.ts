import type { ReviewEntry } from '../core/review/entry';
import { type Check, fields, isIndex, isText, orNull } from './quick-shape';

/** Milliseconds since 1970 that a date can have. */
const isTime: Check = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15;

const isSignature = fields({
  order: isIndex,
  at: isTime,
  by: isText,
  sample: isText,
  spectrum: orNull(isIndex),
});

const sawCall = fields({ taxon: orNull(isText), label: isText, rule: isText });

/** What each kind of entry has beside its signature. */
const KINDS: Readonly<Record<ReviewEntry['kind'], Check>> = {
  reviewed: fields({ saw: sawCall }),
  note: fields({ text: isText }),
  override: fields({
    saw: sawCall,
    call: fields({ taxon: orNull(isText), label: orNull(isText) }),
    reason: isText,
  }),
  withdrawal: fields({ withdraws: isIndex }),
};

/** Whether a stored value is an entry of a review. One of an unknown kind, of a newer version, is none. */
export function isReviewEntry(value: unknown): value is ReviewEntry {
  if (!isSignature(value)) return false;
  const { kind } = value as { readonly kind?: unknown };
  return (
    typeof kind === 'string' &&
    Object.hasOwn(KINDS, kind) &&
    KINDS[kind as ReviewEntry['kind']](value)
  );
}
