import { describe, expect, it } from 'vitest';
import { callSpecies } from '../../../../src/core/classify/call-species';
import { comparedTaxa } from '../../../../src/core/classify/compared-taxa';
import { countLoci } from '../../../../src/core/classify/judge-evidence';
import { areNamingLociCounted, namingLoci } from '../../../../src/core/classify/locus-service';
import { callCategory } from '../../../../src/core/classify/tiers';
import { whatWouldDecide } from '../../../../src/core/classify/what-would-decide';
import { parseManifest } from '../../../../src/core/model-pack/verify';
import {
  namingEvidence,
  namingManifest as manifest,
  namingProbabilities,
  type NamingSpectrum,
  type NamingTaxon,
} from '../../../builders/naming-model';
import { spoken } from '../../../builders/spoken';

function callOf(
  spectrum: NamingSpectrum,
  probabilities: Partial<Record<NamingTaxon, number>>,
  peaks = 30,
) {
  const answer = {
    probabilities: namingProbabilities(probabilities),
    evidence: namingEvidence(spectrum),
    peaks,
  };
  return callSpecies(answer, manifest);
}

const near = (mz: number) => expect.closeTo(mz, 6) as number;
const GOOD = [4, 4, 4, 4, 0, 0];
const ALPHA = { 'genus-alpha': 0.97, 'genus-beta': 0.03 } as const;

it('the model of these tests passes the checks of a manifest', () => {
  const selfTest = { ...manifest.selfTest, probabilities: [1, 0, 0, 0, 0] };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...manifest, selfTest }));
  expect(parseManifest(bytes)).toMatchObject({ ok: true });
});

describe('the acceptance of a spectrum', () => {
  it('counts accepting loci, and not naming loci', () => {
    const { loci } = namingEvidence({
      scores: {},
      loci: { 'genus-alpha': [4, 4, -4, 0.5, 4, -4] },
    });
    expect(countLoci({ loci }, 0, manifest)).toEqual({ supported: 2, contradicted: 1 });
  });

  it('refuses a spectrum that fits a relative better, and names the relative', () => {
    const call = callOf(
      {
        scores: { 'other-delta': 30, 'genus-alpha': 12 },
        loci: { 'other-delta': [4, 4, 4, -0.5, 0, 0], 'genus-alpha': GOOD },
      },
      { 'other-delta': 1 },
    );
    expect(call).toMatchObject({
      kind: 'none',
      taxon: null,
      rule: 'outgroup',
      label: 'No Genus pattern',
      detail: 'closest to O. delta (3 of 4 loci)',
      probability: null,
      runnerUp: null,
    });
    expect(spoken(call.reason)).toBe(
      'The markers fit Other delta (score 30.0, 3 of 4 loci for it), which this model knows only in order to refuse it. ' +
        'Of what it names, G. alpha comes nearest, with a score of 12.0.',
    );
  });

  it('reports that nothing fits if the best taxon does not, and names the closest', () => {
    const call = callOf(
      {
        scores: { 'other-delta': 10, 'genus-alpha': 9 },
        // Other delta has the best score, but two loci are too few. Alpha fits, but is second.
        loci: { 'other-delta': [4, 4, 0, 0, 0, 0], 'genus-alpha': GOOD },
      },
      ALPHA,
    );
    expect(call).toMatchObject({
      rule: 'no-pattern',
      label: 'No Genus pattern',
      detail: 'nothing known fits',
    });
    expect(spoken(call.reason)).toBe(
      'Nothing that this model knows fits well enough. O. delta comes nearest, which this model knows only in order to refuse it: ' +
        'score 10.0 (at least 8 is needed), 2 of 4 loci for it (at least 3), 0 against it (at most 1).',
    );
    const named = callOf({ scores: { 'genus-alpha': 7 }, loci: { 'genus-alpha': GOOD } }, ALPHA);
    expect(named).toMatchObject({ rule: 'no-pattern', label: call.label });
    expect(spoken(named.reason)).toContain('G. alpha comes nearest: score 7.0');
  });

  it('accepts a taxon that is as good as the best relative', () => {
    const spectrum = {
      scores: { 'other-delta': 12, 'genus-alpha': 12 },
      loci: { 'other-delta': GOOD, 'genus-alpha': GOOD },
    };
    expect(callOf(spectrum, ALPHA)).toMatchObject({ kind: 'species', taxon: 'genus-alpha' });
  });

  it('requires enough peaks before anything else', () => {
    const spectrum = { scores: { 'other-delta': 30 }, loci: { 'other-delta': GOOD } };
    expect(callOf(spectrum, ALPHA, 6)).toMatchObject({
      rule: 'poor-spectrum',
      label: 'Poor spectrum',
    });
  });

  it('refuses by a classifier if its relative is the likeliest', () => {
    const classifier = {
      ...manifest,
      kind: 'classifier' as const,
      markers: null,
      thresholds: { ...manifest.thresholds, markers: null },
    };
    const probabilities = namingProbabilities({ 'other-delta': 0.6, 'genus-alpha': 0.4 });
    const call = callSpecies({ probabilities, evidence: null, peaks: null }, classifier);
    expect(call).toMatchObject({
      rule: 'outgroup',
      label: 'No Genus pattern',
      detail: 'closest to O. delta',
    });
  });
});

describe('the name', () => {
  // Beta has the better score, but the naming loci support alpha.
  const split = {
    scores: { 'genus-alpha': 14, 'genus-beta': 15 },
    loci: { 'genus-alpha': [1.5, 4, 4, 4, 4, 4], 'genus-beta': [2, 4, 4, 4, -3, -3] },
    found: [
      ['R2', 6000],
      ['R3', 7000],
      ['R4', 9000],
      ['N1', 8000, 60],
      ['N2', 9800],
    ],
    shiftPpm: 200,
    tiltPpmPerKda: -100,
  } as const satisfies NamingSpectrum;

  it('is the most probable one, whatever has the best score, and its reason has the m/z of the table', () => {
    const call = callOf(split, ALPHA);
    expect(call).toMatchObject({
      kind: 'species',
      taxon: 'genus-alpha',
      label: 'Genus alpha',
      confidence: 'high',
      runnerUp: { taxon: 'genus-beta', probability: 0.03 },
    });
    // 8000.3 with 200 - 150 ppm and 60 more; 9800.3 with 200 - 330 ppm.
    expect(spoken(call.reason)).toBe(
      'Named by N1 at 8001.18 and N2 at 9799.03, which tell it from G. beta. R1 was not seen. ' +
        'N1 and N2 only name, and do not count for acceptance. ' +
        '4 of 4 loci fit G. alpha; no marker speaks against it.',
    );
  });

  it('is weak if the taxon’s own loci would not suffice, and if the best score is small', () => {
    const alone = { ...split.loci, 'genus-alpha': [0, 0, 4, 4, 4, 4] };
    expect(callOf({ ...split, loci: alone }, ALPHA)).toMatchObject({
      rule: 'weak-species',
      confidence: 'weak',
    });
    const small = { 'genus-alpha': 9, 'genus-beta': 11.9 };
    expect(callOf({ ...split, scores: small }, ALPHA).rule).toBe('weak-species');
    expect(callOf({ ...split, scores: { ...small, 'genus-beta': 12 } }, ALPHA).rule).toBe(
      'species',
    );
  });

  it('is never a relative, and neither is the runner-up', () => {
    const call = callOf(split, { 'genus-alpha': 0.91, 'other-delta': 0.08, 'genus-gamma': 0.01 });
    expect(call).toMatchObject({
      taxon: 'genus-alpha',
      runnerUp: { taxon: 'genus-gamma', probability: 0.01 },
    });
    const unsure = callOf(split, { 'genus-alpha': 0.5, 'other-delta': 0.5 });
    expect(unsure).toMatchObject({ rule: 'below-threshold' });
  });

  it('comes with the markers that support the runner-up', () => {
    const loci = { ...split.loci, 'genus-beta': [4, 4, 4, 4, -3, -3] };
    const call = callOf({ ...split, loci, found: [...split.found, ['R1', 5014]] }, ALPHA);
    expect(spoken(call.reason)).toContain('which tell it from G. beta. R1 speaks for G. beta. ');
  });

  it('of a group does not say that the markers decide between its members', () => {
    const call = callOf(split, { 'genus-alpha': 0.6, 'genus-beta': 0.4 });
    expect(call).toMatchObject({ kind: 'group', taxon: 'alpha-complex' });
    expect(spoken(call.reason)).toContain(
      'N1 at 8001.18 and N2 at 9799.03 speak for G. alpha and not for G. beta. R1 was not seen.',
    );
  });
});

describe('loci that only name', () => {
  it('count if any taxon has evidence of them', () => {
    const { markers } = manifest;
    expect(namingLoci(markers!)).toEqual([4, 5]);
    expect(areNamingLociCounted(markers!, namingEvidence({ scores: {} }))).toBe(false);
    const some = namingEvidence({ scores: {}, loci: { 'genus-gamma': [0, 0, 0, 0, 0, -0.1] } });
    expect(areNamingLociCounted(markers!, some)).toBe(true);
    const { loci, ions, alleles } = markers!;
    const older = { loci, ions, alleles };
    expect(namingLoci(older)).toEqual([]);
    expect(areNamingLociCounted(older, some)).toBeNull();
  });

  it('are listed among those that would have decided, with a note if too few were seen', () => {
    const call = {
      rule: 'group-unresolved',
      taxon: 'alpha-complex',
    } as const;
    const evidence = namingEvidence({
      scores: { 'genus-alpha': 14, 'genus-beta': 14 },
      loci: { 'genus-alpha': GOOD, 'genus-beta': GOOD },
      shiftPpm: 1000,
    });
    const told = whatWouldDecide(
      call,
      evidence,
      namingProbabilities({ 'genus-alpha': 0.5, 'genus-beta': 0.5 }),
      manifest,
    );
    expect(told?.loci.map(({ locus }) => locus)).toEqual(['R1', 'N1', 'N2']);
    expect(told?.loci[1]?.options).toEqual([
      { mass: 8000, expectedHere: near(8008.3003), taxa: ['genus-alpha'], foundMz: null },
      { mass: 8090, expectedHere: near(8098.3903), taxa: ['genus-beta'], foundMz: null },
    ]);
    expect(spoken(told?.sentence)).toBe(
      'R1 was not found. It is expected at 5005.30 (G. alpha) or 5019.31 (G. beta). ' +
        'N1 was not found. It is expected at 8008.30 (G. alpha) or 8098.39 (G. beta). ' +
        'N2 was not found. It is expected at 9810.10 (G. alpha) or 10410.70 (G. beta). ' +
        'Too few of N1 and N2, which only name, were seen to count.',
    );
  });
});

describe('comparedTaxa', () => {
  const scores = [14, 15, 3, 20, 18];
  const probabilities = namingProbabilities({ 'genus-alpha': 0.6, 'genus-beta': 0.4 });
  const values = { scores, probabilities };
  const group = {
    kind: 'group',
    rule: 'group-unresolved',
    taxon: 'alpha-complex',
    runnerUp: null,
  } as const;

  it('compares by probabilities if there is a name, and never with a relative', () => {
    expect(comparedTaxa(manifest, group, values)).toEqual({ first: 0, second: 1 });
    const unsure = { ...group, kind: 'none', rule: 'below-threshold', taxon: null } as const;
    expect(comparedTaxa(manifest, unsure, values)).toEqual({ first: 0, second: 1 });
    // Without probabilities, only the scores are left.
    expect(comparedTaxa(manifest, group, { scores, probabilities: [] })).toEqual({
      first: 1,
      second: 0,
    });
  });

  it('compares by scores in a refusal, and a relative with the best taxon that can be named', () => {
    const refused = { kind: 'none', rule: 'outgroup', taxon: null, runnerUp: null } as const;
    expect(comparedTaxa(manifest, refused, values)).toEqual({ first: 3, second: 1 });
    const named = { scores: [14, 15, 3, 2, 14.5], probabilities };
    expect(comparedTaxa(manifest, refused, named)).toEqual({ first: 1, second: 4 });
  });
});

describe('callCategory', () => {
  it('is the same for all calls without a pattern, and is the label of any other call', () => {
    const closest = {
      rule: 'outgroup',
      label: 'No Genus pattern',
      detail: 'closest to O. delta',
    } as const;
    expect(callCategory(closest, manifest)).toBe('No Genus pattern');
    // An older version wrote the label in this form.
    expect(callCategory({ rule: 'no-pattern', label: 'No Genus pattern' }, manifest)).toBe(
      'No Genus pattern',
    );
    expect(callCategory({ rule: 'no-spectrum', label: 'Not read' }, manifest)).toBe('Not read');
    expect(callCategory({ rule: 'species', label: 'Genus alpha' }, manifest)).toBe('Genus alpha');
  });
});
