import { describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../../src/core/job/types';
import {
  draftOf,
  overrideFault,
  parseInitials,
  type ReviewAct,
  type ReviewEntry,
  seenCall,
  taxonNamed,
} from '../../../../src/core/review/entry';
import { reviewOf } from '../../../../src/core/review/review-of';
import { ReviewedSamples } from '../../../../src/core/review/reviewed-samples';
import { sampleRow } from '../../storage/records';

const sample = sampleRow(0);
const saw = seenCall(sample.call);
const beta = { taxon: 'taxon-b', label: 'Genus beta' };

function list(...acts: readonly (readonly [by: string, act: ReviewAct])[]): ReviewEntry[] {
  return acts.map(([by, act], order) => ({ ...draftOf(sample, act, { by, at: order }), order }));
}

describe('the review of a sample', () => {
  it('is open without entries', () => {
    expect(reviewOf(sample, [])).toMatchObject({ state: 'open', override: null, at: null });
  });

  it('names all whose review stands, and the time of the last', () => {
    const entries = list(
      ['AB', { kind: 'override', saw, call: beta, reason: 'Gene' }],
      ['CD', { kind: 'reviewed', saw }],
      ['EF', { kind: 'note', text: 'Mucoid' }],
    );
    expect(reviewOf(sample, entries)).toMatchObject({
      state: 'overridden',
      by: ['AB', 'CD'],
      at: 1,
      notes: [{ text: 'Mucoid' }],
    });
  });

  it('says of each entry whether it counts', () => {
    const entries = list(
      ['AB', { kind: 'reviewed', saw: { ...saw, rule: 'weak-species' } }],
      ['AB', { kind: 'override', saw, call: { taxon: null, label: null }, reason: 'Mixed' }],
      ['CD', { kind: 'override', saw, call: beta, reason: 'Gene' }],
      ['CD', { kind: 'override', saw, call: beta, reason: 'Typing error' }],
      ['CD', { kind: 'withdrawal', withdraws: 3 }],
    );
    const { entries: shown, override } = reviewOf(sample, entries);
    expect(shown.map(({ standing }) => standing)).toEqual([
      'outdated',
      'replaced',
      'stands',
      'withdrawn',
      'stands',
    ]);
    expect(override?.reason).toBe('Gene');
  });

  it('is of the call that was seen, and an override stands whatever the machine says', () => {
    const changed: SampleRow = { ...sample, call: { ...sample.call, ...beta } };
    const reviewed = list(['AB', { kind: 'reviewed', saw }]);
    expect(reviewOf(changed, reviewed)).toMatchObject({ state: 'open', outdated: { by: 'AB' } });
    const overridden = list(['AB', { kind: 'override', saw, call: beta, reason: 'Gene' }]);
    expect(reviewOf(changed, overridden).state).toBe('overridden');
  });
});

describe('the review of a job', () => {
  it('follows a sample that gets another index and another replicate', () => {
    const reviewed = new ReviewedSamples(list(['AB', { kind: 'reviewed', saw }]));
    expect(reviewed.of({ ...sample, index: 9, spectra: [3, 0] }).state).toBe('reviewed');
    expect(reviewed.apartFrom([{ ...sample, index: 9, spectra: [3, 0] }])).toEqual([]);
  });

  it('is not another sample’s, and counts what has no sample', () => {
    const reviewed = new ReviewedSamples(list(['AB', { kind: 'reviewed', saw }]));
    const others = [sampleRow(1), { ...sample, name: 'Other' }];
    expect(others.map((one) => reviewed.of(one).state)).toEqual(['open', 'open']);
    expect(reviewed.apartFrom(others)).toHaveLength(1);
  });

  it('has a sample without spectra by its name', () => {
    const bare = sampleRow(0, { spectra: [] });
    const entry = draftOf(bare, { kind: 'reviewed', saw }, { by: 'AB', at: 0 });
    const reviewed = new ReviewedSamples([{ ...entry, order: 0 }]);
    expect(reviewed.of(bare).state).toBe('reviewed');
  });
});

describe('what a person types', () => {
  it.each([
    ['ab', 'AB'],
    [' É. l. ', 'ÉL'],
    ['ABCD', 'ABCD'],
    ['a', null],
    ['abcde', null],
    ['A1', null],
    ['', null],
  ])('%j as initials is %j', (text, initials) => {
    expect(parseInitials(text)).toBe(initials);
  });

  it('is an override only with another name and a reason', () => {
    const { call } = sample;
    expect(overrideFault(call, beta, 'Gene')).toBeNull();
    expect(overrideFault(call, beta, ' ')).toBe('reason-missing');
    expect(overrideFault(call, { taxon: null, label: ' ' }, 'x')).toBe('name-missing');
    expect(overrideFault(call, { taxon: 'taxon-a', label: 'Genus alpha' }, 'x')).toBe('same-call');
    expect(overrideFault(call, { taxon: null, label: 'genus  Alpha' }, 'x')).toBe('same-call');
    expect(overrideFault(call, { taxon: null, label: null }, 'x')).toBeNull();
    const refused = { ...call, kind: 'none', taxon: null } as const;
    expect(overrideFault(refused, { taxon: null, label: null }, 'x')).toBe('same-call');
  });

  it('finds a taxon by its full or short name', () => {
    const taxa = [{ name: 'Genus alpha', shortName: 'G. alpha' }];
    expect(taxonNamed(taxa, ' genus ALPHA ')).toBe(taxa[0]);
    expect(taxonNamed(taxa, 'g. alpha')).toBe(taxa[0]);
    expect(taxonNamed(taxa, 'alpha')).toBeNull();
  });
});
