import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, type ReviewEntry, seenCall } from '../../../../src/core/review/entry';
import { type Review, reviewOf } from '../../../../src/core/review/review-of';
import { ReviewedSamples } from '../../../../src/core/review/reviewed-samples';
import { sampleRow } from '../../../unit/storage/records';

const sample = sampleRow(4);
const saw = seenCall(sample.call);
const before = { ...saw, label: 'Genus gamma', taxon: 'taxon-c' };

const act = fc.oneof(
  fc.record({ kind: fc.constant('reviewed' as const), saw: fc.constantFrom(saw, before) }),
  fc.record({ kind: fc.constant('note' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('override' as const),
    saw: fc.constantFrom(saw, before),
    call: fc.constantFrom({ taxon: null, label: null }, { taxon: 'taxon-b', label: 'Genus beta' }),
    reason: fc.string(),
  }),
  fc.record({ kind: fc.constant('withdrawal' as const), withdraws: fc.nat({ max: 12 }) }),
);

const entries: fc.Arbitrary<readonly ReviewEntry[]> = fc
  .array(fc.tuple(act, fc.constantFrom('AB', 'CD', 'EFG'), fc.nat()), { maxLength: 12 })
  .map((acts) =>
    acts.map(([one, by, at], order) => ({ ...draftOf(sample, one, { by, at }), order })),
  );

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** Returns what a review says, without the list of entries that it shows. */
function stateOf(list: readonly ReviewEntry[]): Partial<Review> {
  const review: Partial<Review> = { ...reviewOf(sample, list) };
  delete (review as { entries?: unknown }).entries;
  return review;
}

/** Appends the withdrawal of an entry. */
function without(list: readonly ReviewEntry[], order: number): readonly ReviewEntry[] {
  const act = { kind: 'withdrawal', withdraws: order } as const;
  return [...list, { ...draftOf(sample, act, { by: 'AB', at: 0 }), order: list.length }];
}

describe('the review of a sample', () => {
  it('never alters its call or an entry, and keeps every entry', () => {
    const fixed = frozen(structuredClone(sample));
    fc.assert(
      fc.property(entries, (list) => {
        const review = reviewOf(fixed, frozen(list));
        expect(fixed).toEqual(sample);
        expect(review.entries.map(({ entry }) => entry)).toEqual(list);
      }),
    );
  });

  it('is the last override that nobody withdrew', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const taken = new Set(
          list.flatMap((entry) =>
            entry.kind === 'withdrawal' && entry.withdraws < entry.order ? entry.withdraws : [],
          ),
        );
        const last = list.findLast(({ kind, order }) => kind === 'override' && !taken.has(order));
        const { override, state } = reviewOf(sample, list);
        expect(override).toEqual(last ?? null);
        expect(state === 'overridden').toBe(last !== undefined);
      }),
    );
  });

  it('is what it was without an entry once that is withdrawn', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, at) => {
        const whole = list.filter(({ kind }) => kind !== 'withdrawal');
        if (whole.length === 0) return;
        const entry = whole[at % whole.length]!;
        const { entries: shown, ...now } = reviewOf(sample, without(list, entry.order));
        const rest = list.filter((one) => one !== entry);
        expect(now).toEqual(stateOf(rest));
        expect(shown.find((one) => one.entry === entry)?.standing).toBe('withdrawn');
      }),
    );
  });

  it('is not changed by notes, but for the notes', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { notes } = reviewOf(sample, list);
        const rest = list.filter(({ kind }) => kind !== 'note');
        expect(stateOf(list)).toEqual({ ...stateOf(rest), notes });
        expect(reviewOf(sample, rest).notes).toEqual([]);
        expect(notes.every(({ kind }) => kind === 'note')).toBe(true);
      }),
    );
  });

  it('is open, and says why, where the machine calls it otherwise since', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { state, outdated, by, at } = reviewOf(sample, list);
        expect(state === 'open').toBe(by.length === 0 && at === null);
        if (outdated === null) return;
        expect(state).toBe('open');
        expect(outdated.saw).toEqual(before);
      }),
    );
  });
});

describe('the review of a job', () => {
  const samples = [sample, sampleRow(5), sampleRow(6, { spectra: [7, 6] })];

  it('is by sample, whatever the order in which its entries are read', () => {
    const anyEntries = fc.array(fc.tuple(act, fc.nat({ max: 2 })), { maxLength: 20 }).map((acts) =>
      acts.map(([one, of], order): ReviewEntry => {
        return { ...draftOf(samples[of]!, one, { by: 'AB', at: order }), order };
      }),
    );
    const shuffled = anyEntries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        const reviewed = new ReviewedSamples(mixed);
        const counts = { open: 0, reviewed: 0, overridden: 0 };
        for (const one of samples) {
          const own = list.filter((entry) => entry.sample === one.name);
          expect(reviewed.of(one)).toEqual(reviewOf(one, own));
          counts[reviewed.of(one).state] += 1;
        }
        expect(reviewed.count(samples)).toEqual(counts);
        expect(reviewed.apartFrom(samples)).toEqual([]);
      }),
    );
  });
});
