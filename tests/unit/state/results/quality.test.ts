import { describe, expect, it } from 'vitest';
import { listMarkers } from '../../../../src/state/results/all-markers';
import { rateRun } from '../../../../src/state/results/rate-run';
import {
  agreementLine,
  averagedSentence,
  replicatesLine,
  viewReplicates,
} from '../../../../src/state/results/replicate-view';
import { SampleVerdicts } from '../../../../src/state/results/sample-verdicts';
import { measures, ratedRow } from '../../core/quality/rated';
import { markerEvidence, sampleRow } from '../../storage/records';
import { manifest } from '../manifest';

const rows = [ratedRow(0), ratedRow(1, { measures: measures({ peaks: 5 }) })];
const samples = rows.map(({ index }) => sampleRow(index));
const spectraOf = ({ index }: { readonly index: number }) => [rows[index]!];

describe('SampleVerdicts', () => {
  it('judges a sample once', () => {
    const verdicts = new SampleVerdicts();
    expect(verdicts.of(samples[1]!, spectraOf)).toBe('fail');
    expect(verdicts.of(samples[1]!, () => [])).toBe('fail');
  });

  it('judges it again if nothing was measured before', () => {
    const verdicts = new SampleVerdicts();
    expect(verdicts.of(samples[0]!, () => [])).toBeNull();
    expect(verdicts.of(samples[0]!, spectraOf)).toBe('pass');
  });
});

describe('rateRun', () => {
  it('summarises the run', async () => {
    const verdicts = new SampleVerdicts();
    const rate = (sample: (typeof samples)[number]) => verdicts.of(sample, spectraOf);
    const run = await rateRun(samples, rows, rate, new AbortController().signal);
    expect(run?.samples).toEqual({ pass: 1, warn: 0, fail: 1, unrated: 0 });
  });
});

describe('viewReplicates', () => {
  const consensus = {
    spectra: 3,
    agreeing: 1,
    others: { silent: [1], contradicts: [2] },
    majority: null,
    contradictory: true,
  };

  it('gives the agreement of each spectrum with the sample, and null for a lost one', () => {
    const all = [
      ratedRow(0),
      ratedRow(1),
      ratedRow(2),
      ratedRow(3, { call: null, measures: null }),
    ];
    const views = viewReplicates({ consensus }, all);
    expect(views?.map(({ agreement, verdict }) => [agreement, verdict])).toEqual([
      ['agrees', 'pass'],
      ['silent', 'pass'],
      ['contradicts', 'pass'],
      [null, null],
    ]);
    expect(agreementLine(consensus)).toBe('1 of 3 agree');
  });

  it('distinguishes spectra of one spot, and marks those that were left out', () => {
    const all = [1, 2, 3].map((at) => ratedRow(at - 1, { spot: 'A7', path: `K/0_A7/${at}/fid` }));
    const left = { ...consensus, averaged: 'sound', leftOut: [0, 1] } as const;
    const views = viewReplicates({ consensus: left }, all);
    expect(views?.map(({ place, isLeftOut }) => [place, isLeftOut])).toEqual([
      ['A7 (1)', true],
      ['A7 (2)', true],
      ['A7 (3)', false],
    ]);
    expect(agreementLine(left)).toBe('1 of 3 agree');
    expect(replicatesLine(left)).toBe('1 of 3 agree, 2 left out');
    expect(replicatesLine(consensus)).toBe('1 of 3 agree');
  });

  it('states which spectra the call is made from', () => {
    expect(averagedSentence(consensus)).toContain('as the original application made it');
    expect(averagedSentence({ ...consensus, averaged: 'all' })).toContain('None of the spectra');
    expect(averagedSentence({ ...consensus, averaged: 'sound' })).toBe(
      'The call is made from the mean of the spectra.',
    );
    expect(averagedSentence({ ...consensus, averaged: 'sound', leftOut: [1] })).toContain(
      'the others were left out',
    );
  });

  it('returns null for a sample of one spectrum', () => {
    expect(viewReplicates({ consensus: null }, [ratedRow(0)])).toBeNull();
  });
});

describe('listMarkers', () => {
  it('has every ion in order of m/z, with its taxa and what was found', () => {
    const evidence = markerEvidence({
      ions: Float32Array.from(
        [
          [2, 5001.5, 20, 15],
          [3, 2501, 30, -8],
          [-1.5, 5013, 6, 240],
          [0.5, 7003, 7, 30],
          [-2, 0, 0, 0],
        ].flat(),
      ),
    });
    const lines = listMarkers(manifest, evidence);
    expect(lines.map(({ ion }) => ion.expectedMz)).toEqual([2500.6, 5000.2, 5014.2, 7000.1, 9000]);
    expect(lines[0]).toMatchObject({ logRatio: 3, found: { mz: 2501, height: 30 } });
    expect(lines[1]?.taxa.map(({ id }) => id)).toEqual(['genus-alpha', 'genus-beta-minor']);
    expect(lines[2]).toMatchObject({ logRatio: -1.5, found: null });
    expect(listMarkers({ ...manifest, markers: null }, evidence)).toEqual([]);
  });
});
