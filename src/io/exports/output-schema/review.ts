import * as v from 'valibot';
import { REVIEW_STATES } from '../../../core/review/review-of';
import { count } from './parts';

const time = v.pipe(v.string(), v.isoTimestamp());
const ownCall = v.strictObject({ taxon: v.nullable(v.string()), label: v.string() });

const signature = {
  order: count,
  at: time,
  by: v.string(),
  kind: v.picklist(['reviewed', 'note', 'override', 'withdrawal']),
  text: v.nullable(v.string()),
  call: v.nullable(ownCall),
  callSeen: v.nullable(
    v.strictObject({ taxon: v.nullable(v.string()), label: v.string(), rule: v.string() }),
  ),
  withdraws: v.nullable(count),
};

export const review = v.strictObject({
  state: v.picklist(REVIEW_STATES),
  reviewedBy: v.array(v.string()),
  reviewedAt: v.nullable(time),
  overrideCall: v.nullable(ownCall),
  overrideReason: v.nullable(v.string()),
  notes: v.array(v.string()),
  entries: v.array(
    v.strictObject({
      ...signature,
      standing: v.picklist(['stands', 'replaced', 'outdated', 'withdrawn']),
    }),
  ),
});

/** Entries on samples that the job no longer has. */
export const reviewApart = v.array(v.strictObject({ ...signature, sample: v.string() }));
