import { describe, expect, it } from 'vitest';
import type { RunOutput } from '../../../../scripts/browsers/main-job';
import { sameResults } from '../../../../scripts/browsers/same-results';

const run = (changes: object = {}): RunOutput[] => [
  {
    samples: [
      { name: 'KPN1', call: 'a', probabilities: { a: 0.25, b: 0.75 }, evidence: null, ...changes },
    ],
  },
];

describe('the results of two browsers', () => {
  it('are the same where they are equal', () => {
    expect(sameResults(run(), run())).toEqual({
      isSame: true,
      text: 'the same 1 results; numbers differ by 0.0 at most',
    });
  });

  it('are the same where a number differs by rounding, and no more', () => {
    const other = (b: number) => run({ probabilities: { a: 0.25, b } });
    expect(sameResults(run(), other(0.75 + 1e-11)).isSame).toBe(true);
    const wrong = sameResults(run(), other(0.751));
    expect(wrong.isSame).toBe(false);
    expect(wrong.text).toContain('another number: run.0.0.probabilities.b');
  });

  it.each([
    ['another call', run({ call: 'b' }), 'run.0.0.call is b, not a'],
    [
      'no evidence there',
      run({ evidence: { shiftPpm: 1 } }),
      'run.0.0.evidence is [object Object]',
    ],
    ['no number', run({ probabilities: { a: 0.25 } }), 'run.0.0.probabilities.b is undefined'],
    ['one sample fewer', [{ samples: [] }], 'run.0.0 is undefined'],
  ])('differ by %s', (_what, given, text) => {
    const compared = sameResults(run(), given);
    expect(compared.isSame).toBe(false);
    expect(compared.text).toContain(text);
  });
});
