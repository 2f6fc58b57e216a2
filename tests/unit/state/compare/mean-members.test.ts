import { describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../../src/core/job/types';
import { calledTaxa, meanMembers } from '../../../../src/state/compare/mean-members';

function sample(name: string, call: object, consensus: object | null = null): SampleRow {
  return {
    name,
    call: { kind: 'species', confidence: 'high', taxon: 'a', ...call },
    consensus,
  } as never;
}

const samples = [
  sample('good', {}),
  sample('moderate', { confidence: 'moderate' }),
  sample('weak', { confidence: 'weak' }),
  sample('bad', {}),
  sample('torn', {}, { contradictory: true }),
  sample('other', { taxon: 'b' }),
  sample('refused', { kind: 'none', taxon: null, confidence: 'none' }),
];

describe('meanMembers', () => {
  it('takes reliable calls of one taxon, and says why it leaves the others out', () => {
    const { used, leftOut } = meanMembers(samples, 'a', ({ name }) =>
      name === 'bad' ? 'fail' : 'warn',
    );
    expect(used.map(({ name }) => name)).toEqual(['good', 'moderate']);
    expect(leftOut.map(({ sample: { name }, why }) => [name, why])).toEqual([
      ['weak', 'weak'],
      ['bad', 'quality'],
      ['torn', 'replicates'],
    ]);
  });
});

describe('calledTaxa', () => {
  it('has the most frequent first, and no refusal', () => {
    expect(calledTaxa(samples)).toEqual(['a', 'b']);
    expect(calledTaxa([])).toEqual([]);
  });
});
