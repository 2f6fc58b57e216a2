import { describe, expect, it } from 'vitest';
import {
  formatSpectraQuery,
  parseSpectraQuery,
  spectraPath,
} from '../../../../src/state/compare/spectra-address';

const JOB = '0b9c2a54-0000-4000-8000-000000000000';

describe('the address of compared spectra', () => {
  it('is read as it was written', () => {
    const query = {
      of: [
        { job: null, sample: 3 },
        { job: JOB, sample: 0 },
      ],
      mean: 'klebsiella-aerogenes',
      layout: 'difference',
      pair: ['3', 'mean'],
      isAligned: false,
    } as const;
    expect(parseSpectraQuery(formatSpectraQuery(query))).toEqual(query);
    expect(spectraPath('t', query.of)).toBe(`/results/t/spectra?of=3,${JOB}:0`);
  });

  it('has each sample once, eight at most, and nothing that cannot be read', () => {
    const plain = { mean: null, layout: 'overlay', pair: null, isAligned: true };
    expect(parseSpectraQuery('')).toEqual({ of: [], ...plain });
    const { of, layout, pair } = parseSpectraQuery('?of=1,x,1,-2,3.5&layout=pie&pair=1');
    expect({ of, layout, pair }).toEqual({
      of: [{ job: null, sample: 1 }],
      layout: 'overlay',
      pair: null,
    });
    expect(parseSpectraQuery('?of=0,1,2,3,4,5,6,7,8,9').of).toHaveLength(8);
  });
});
