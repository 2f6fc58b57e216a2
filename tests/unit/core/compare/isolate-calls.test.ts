import { describe, expect, it } from 'vitest';
import { isolateAgreement, isolateKey } from '../../../../src/core/compare/isolate-calls';
import type { SpeciesCall } from '../../../../src/core/job/types';

const taxa = ['oxytoca', 'grimontii', 'aerogenes'].map((id) => ({ id, name: `Klebsiella ${id}` }));
const groups = [
  { id: 'ko', name: 'Klebsiella oxytoca complex', members: ['oxytoca', 'grimontii'] },
];
const manifest = { taxa, groups } as never;

function of(kind: SpeciesCall['kind'], taxon: string | null, isRead = true) {
  return { call: { kind, taxon, label: '' } as SpeciesCall, isRead, manifest };
}

const species = (taxon: string) => of('species', taxon);
const refusal = of('none', null);

describe('isolateKey', () => {
  it.each([
    ['KP-0012', ' kp-0012 '],
    ['Isolat e\u0301', 'ISOLAT \u00e9'],
    ['a\u00a0 b', 'A b'],
  ])('%s is %s', (a, b) => {
    expect(isolateKey(a)).toBe(isolateKey(b));
  });

  it('keeps other names apart', () => {
    expect(isolateKey('KP-12')).not.toBe(isolateKey('KP-012'));
  });
});

describe('isolateAgreement', () => {
  it.each([
    ['single', []],
    ['single', [species('oxytoca'), of('none', null, false)]],
    ['same', [species('oxytoca'), species('oxytoca')]],
    ['compatible', [species('oxytoca'), of('group', 'ko')]],
    ['some-refuse', [species('oxytoca'), refusal, species('oxytoca')]],
    ['all-refuse', [refusal, refusal]],
    ['differ', [species('oxytoca'), refusal, species('aerogenes')]],
    // The two members contradict each other, though both are in the group.
    ['differ', [species('oxytoca'), of('group', 'ko'), species('grimontii')]],
  ] as const)('%s', (expected, calls) => {
    expect(isolateAgreement(calls)).toBe(expected);
  });

  it('takes five hundred calls at once', () => {
    const calls = Array.from({ length: 500 }, (_, i) => species(i % 2 ? 'oxytoca' : 'aerogenes'));
    expect(isolateAgreement(calls)).toBe('differ');
  });
});
