import { describe, expect, it } from 'vitest';
import { comparedTaxa, isComparable } from '../../../../src/core/classify/compared-taxa';
import { describeEvidence } from '../../../../src/core/classify/describe-evidence';
import { judgeScope } from '../../../../src/core/classify/judge-evidence';
import { locusFindings, readIon } from '../../../../src/core/classify/locus-findings';
import { markersSeen } from '../../../../src/core/classify/markers-seen';
import { tierName } from '../../../../src/core/classify/tiers';
import { whatWouldDecide } from '../../../../src/core/classify/what-would-decide';
import type { MarkerEvidence, SpeciesCall } from '../../../../src/core/job/types';
import { markerEvidence, sampleRow } from '../../storage/records';
import { manifest } from '../../state/manifest';
import { spoken } from '../../../builders/spoken';

const called: SpeciesCall = { ...sampleRow(0).call, taxon: 'genus-alpha' };
const group: SpeciesCall = {
  ...called,
  kind: 'group',
  taxon: 'alpha-complex',
  runnerUp: null,
  rule: 'group-unresolved',
};

const near = (mz: number) => expect.closeTo(mz, 6) as number;
const P = [0.6, 0.4, 0];

/** Makes evidence. L1: alpha 5000 (two ions), beta 5014 or, rarely, 5000. L2: alpha 7000. L3: gamma 9000. */
function seen(
  loci: readonly number[],
  ions: readonly (readonly [number, number, number, number])[],
  scores = [30, 28, -9],
): MarkerEvidence {
  return markerEvidence({
    scores: Float32Array.from(scores),
    loci: Float32Array.from(loci),
    ions: Float32Array.from(ions.flat()),
  });
}

const MISSED = [-1.5, 0, 0, 0] as const;
const INVISIBLE = [-0.1, 0, 0, 0] as const;

const evidence = seen(
  [4, 2, 0, -2.5, 0, 0.1, -3, 0, -4],
  [[2, 5001.5, 20, 15], [3, 2501.1, 30, -8], [-1.5, 5013, 6, 240], [0.5, 7003, 7, 30], MISSED],
);

describe('readIon', () => {
  it('counts an ion as found if there is a peak that supports it', () => {
    expect(readIon(evidence, 0)).toEqual({
      logRatio: 2,
      found: { mz: 5001.5, height: 20, errorPpm: 15 },
    });
    expect(readIon(evidence, 2)).toEqual({ logRatio: -1.5, found: null });
    expect(readIon(evidence, 99)).toEqual({ logRatio: 0, found: null });
  });
});

describe('locusFindings', () => {
  it('gives for each locus its evidence, its verdict and its most decisive ion', () => {
    const [first, second, third] = locusFindings(manifest, evidence, 0);
    expect(first).toMatchObject({ evidence: 4, verdict: 'for', ion: { ion: 1, charge: 2 } });
    expect(second).toMatchObject({ verdict: 'for', ion: { ion: 3, mass: 7000, fraction: 1 } });
    expect(third).toEqual({ evidence: 0, verdict: 'open', ion: null });
  });

  it('gives the most frequent allele if none was found', () => {
    const none = seen(Array.from(evidence.loci), [MISSED, MISSED, MISSED, MISSED, MISSED]);
    expect(locusFindings(manifest, none, 1)[0]?.ion).toMatchObject({
      ion: 2,
      mass: 5014,
      fraction: 0.8,
      found: null,
    });
  });
});

describe('markersSeen', () => {
  it('names the found and the missing markers of the called taxon', () => {
    expect(markersSeen(called, evidence, P, manifest)).toEqual({
      taxon: 'genus-alpha',
      found: [1, 3],
      missing: [],
    });
    expect(markersSeen({ ...called, taxon: 'other-gamma' }, evidence, P, manifest)).toEqual({
      taxon: 'other-gamma',
      found: [],
      missing: [4],
    });
  });

  it('uses the best member of a group, and gives nothing for a refused call', () => {
    expect(markersSeen(group, evidence, P, manifest)?.taxon).toBe('genus-alpha');
    expect(markersSeen({ ...called, kind: 'none', taxon: null }, evidence, P, manifest)).toBeNull();
    expect(markersSeen(called, null, P, manifest)).toBeNull();
  });
});

describe('comparedTaxa', () => {
  const values = { scores: evidence.scores, probabilities: P };

  it('returns the called taxon and its runner-up', () => {
    const named = {
      ...called,
      taxon: 'genus-beta-minor',
      runnerUp: { taxon: 'other-gamma', probability: 0 },
    };
    expect(comparedTaxa(manifest, named, values)).toEqual({ first: 1, second: 2 });
  });

  it('returns the two likeliest members of a group', () => {
    expect(comparedTaxa(manifest, group, values)).toEqual({ first: 0, second: 1 });
  });

  it('returns null if nothing was classified', () => {
    expect(comparedTaxa(manifest, called, { scores: [], probabilities: [] })).toBeNull();
  });
});

describe('describeEvidence', () => {
  const answer = (own: MarkerEvidence) => ({ probabilities: [1, 0, 0], evidence: own, peaks: 30 });

  it('names the found markers that distinguish the two, and those that contradict', () => {
    expect(spoken(describeEvidence(answer(evidence), 0, 1, manifest))).toBe(
      'Named by L1 at 2501.10 (2+) and L2 at 7003.00, which tell it from G. beta subsp. minor. ' +
        '2 of 3 loci fit G. alpha; no marker speaks against it.',
    );
    expect(spoken(describeEvidence(answer(evidence), 1, 0, manifest))).toBe(
      'No marker that was found tells G. beta subsp. minor from G. alpha. L1 and L2 speak for G. alpha. ' +
        '0 of 3 loci fit G. beta subsp. minor; L1 speaks against it.',
    );
  });

  it('names what the runner-up would show if nothing was found', () => {
    const absent = seen([0.5, 0, 0, -2, 0, 0, 0, 0, 0], [MISSED, MISSED, MISSED, MISSED, MISSED]);
    expect(spoken(describeEvidence(answer(absent), 0, 1, manifest))).toBe(
      'L1 at 5014.80, which G. beta subsp. minor would show, was not found. ' +
        '0 of 3 loci fit G. alpha; no marker speaks against it.',
    );
  });
});

describe('whatWouldDecide', () => {
  it('names a locus that was not found, and what each of its markers would mean', () => {
    const unseen = seen([0, 0, 0, 0, 0, 0, 0, 0, 0], [MISSED, MISSED, MISSED, MISSED, MISSED]);
    expect(whatWouldDecide(group, unseen, P, manifest)).toEqual({
      contenders: ['genus-alpha', 'genus-beta-minor'],
      loci: [
        {
          locus: 'L1',
          options: [
            { mass: 5000, expectedHere: near(5000.800024), taxa: ['genus-alpha'], foundMz: null },
            {
              mass: 5014,
              expectedHere: near(5014.801704),
              taxa: ['genus-beta-minor'],
              foundMz: null,
            },
          ],
        },
      ],
      sentence:
        'L1 was not found. It is expected at 5000.80 (G. alpha) or 5014.80 (G. beta subsp. minor).',
    });
  });

  it('says when a locus was found and did not decide', () => {
    const ions = [[1, 5001, 9, 0], MISSED, [1, 5015, 9, 0], MISSED, MISSED] as const;
    const both = seen([2, 0, 0, 1.5, 0, 0, 0, 0, 0], ions);
    expect(spoken(whatWouldDecide(group, both, P, manifest)?.sentence)).toBe(
      'L1 peaks were found for more than one taxon: 5000.80 (G. alpha) and 5014.80 (G. beta subsp. minor). ' +
        'The culture may be mixed, or a peak is weak.',
    );
    const broad = seen(
      [2, 0, 0, 1.5, 0, 0, 0, 0, 0],
      [[1, 5007, 9, 0], MISSED, [1, 5007, 9, 0], MISSED, MISSED],
    );
    expect(spoken(whatWouldDecide(group, broad, P, manifest)?.sentence)).toMatch(
      /^L1 was not clear\. It is expected at 5000\.80 /,
    );
  });

  it('does not name loci that are hardly ever seen, nor those that decided', () => {
    const invisible = seen(
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
      [INVISIBLE, INVISIBLE, INVISIBLE, MISSED, MISSED],
    );
    expect(whatWouldDecide(group, invisible, P, manifest)?.loci).toEqual([]);
    const decided = seen(
      [3, 0, 0, -0.5, 0, 0, 0, 0, 0],
      [[3, 5001, 9, 0], MISSED, MISSED, MISSED, MISSED],
    );
    expect(spoken(whatWouldDecide(group, decided, P, manifest))).toMatchObject({
      loci: [],
      sentence: expect.stringContaining('No marker that is usually seen was left open') as string,
    });
  });

  it('leaves out members that are far less probable, except the second', () => {
    const three = {
      ...manifest,
      groups: [{ ...manifest.groups[0]!, members: manifest.taxa.map(({ id }) => id) }],
    };
    const contenders = (probabilities: number[]) =>
      whatWouldDecide(group, evidence, probabilities, three)?.contenders;
    expect(contenders([0.9, 0.02, 0.017])).toHaveLength(3);
    expect(contenders([0.9, 0.02, 0.016])).toHaveLength(2);
    expect(contenders([1, 1e-9, 1e-10])).toEqual(['genus-alpha', 'genus-beta-minor']);
  });

  it('gives nothing for decided and refused calls, and without markers', () => {
    expect(whatWouldDecide(called, evidence, P, manifest)).toBeNull();
    expect(whatWouldDecide({ ...called, rule: 'no-pattern' }, evidence, P, manifest)).toBeNull();
    expect(whatWouldDecide(group, evidence, P, { ...manifest, markers: null })).toBeNull();
  });
});

describe('judgeScope', () => {
  const thresholds = {
    ...manifest.thresholds,
    scope: { maxSpacing: 3, from: 2100, to: 12_000 },
  };
  const axis = { points: 21_424, mzFirst: 1960, mzLast: 20_130 };

  it('accepts spectra like those that the model was judged on', () => {
    expect(judgeScope(axis, { thresholds })).toBeNull();
    expect(judgeScope({ points: 3301, mzFirst: 2100, mzLast: 12_000 }, { thresholds })).toBeNull();
    expect(judgeScope({ points: 2, mzFirst: 1, mzLast: 2 }, manifest)).toBeNull();
  });

  it('refuses points that are too far apart, and a range that is too short', () => {
    expect(spoken(judgeScope({ ...axis, points: 3000 }, { thresholds }))).toBe(
      'The points of the spectrum are 6.1 Da apart on average; the model was judged on spectra with at most 3 Da.',
    );
    expect(spoken(judgeScope({ ...axis, mzFirst: 2101 }, { thresholds }))).toContain(
      'from m/z 2,101',
    );
    expect(spoken(judgeScope({ ...axis, mzLast: 11_999 }, { thresholds }))).toContain('to 11,999');
    expect(judgeScope({ points: 1, mzFirst: 1, mzLast: 1 }, { thresholds })).not.toBeNull();
  });
});

describe('tiers', () => {
  it('have a name for each rule', () => {
    expect(spoken(tierName('species', manifest))).toBe('Species');
    expect(spoken(tierName('weak-species', manifest))).toBe('Species, weak');
    expect(spoken(tierName('group-unresolved', manifest))).toBe(
      'Group or complex, species not resolved',
    );
    expect(spoken(tierName('outgroup', manifest))).toBe('No Genus pattern');
    expect(spoken(tierName('poor-spectrum', manifest))).toBe('Poor spectrum');
  });

  it('have probabilities only if these are meaningful', () => {
    expect(isComparable(called)).toBe(true);
    expect(isComparable(group)).toBe(true);
    expect(isComparable({ kind: 'none', rule: 'below-threshold' })).toBe(true);
    for (const rule of ['no-pattern', 'outgroup', 'poor-spectrum', 'outside-scope'] as const) {
      expect(isComparable({ kind: 'none', rule })).toBe(false);
    }
  });
});
