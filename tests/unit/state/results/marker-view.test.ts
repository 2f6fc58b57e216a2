import { describe, expect, it } from 'vitest';
import {
  massErrorWords,
  notCountedWords,
  offBy,
  sensitivityWords,
  viewMarkers,
} from '../../../../src/state/results/marker-view';
import {
  namingEvidence,
  namingManifest,
  namingProbabilities,
} from '../../../builders/naming-model';
import { markerEvidence, sampleRow } from '../../storage/records';
import { manifest } from '../manifest';

const evidence = markerEvidence({
  scores: Float32Array.of(30, 12, -9),
  // The rows are the three taxa, and the columns are L1, L2, L3.
  loci: Float32Array.of(4, 0.5, 0, -2.5, 0, 0.1, -3, 0, -4),
  ions: Float32Array.from(
    [
      [2, 5001.5, 20, 15],
      [3, 2501.1, 30, -8],
      [-1.5, 5013, 6, 240],
      [0.5, 7003, 7, 30],
      [-2, 0, 0, 0],
    ].flat(),
  ),
});
const sample = sampleRow(0, {
  call: {
    ...sampleRow(0).call,
    taxon: 'genus-alpha',
    runnerUp: { taxon: 'genus-beta-minor', probability: 0.01 },
  },
});

describe('viewMarkers', () => {
  const view = viewMarkers(manifest, sample, evidence);

  it('places the called taxon and its runner-up side by side, with their scores', () => {
    expect(view?.columns.map(({ taxon, score }) => [taxon.id, score])).toEqual([
      ['genus-alpha', 30],
      ['genus-beta-minor', 12],
    ]);
  });

  it('begins with the locus that distinguishes the two, and lists the silent ones', () => {
    expect(view?.telling.map(({ locus }) => locus)).toEqual(['L1', 'L2']);
    expect(view?.silent).toEqual(['L3']);
    expect(view?.telling.map(({ tellsApart }) => tellsApart)).toEqual([true, true]);
  });

  it('finds the loci that say the same of both', () => {
    const loci = Float32Array.of(4, 0.5, 0, 4.1, 0, 0.1, -3, 0, -4);
    const same = viewMarkers(manifest, sample, { ...evidence, loci });
    expect(same?.telling.map(({ locus, tellsApart }) => [locus, tellsApart])).toEqual([
      ['L2', true],
      ['L1', false],
    ]);
  });

  it('gives the evidence of each locus for each taxon', () => {
    expect(view?.telling[0]?.findings).toMatchObject([
      { evidence: 4, verdict: 'for', ion: { expectedMz: 2500.6, charge: 2, mass: 5000 } },
      { evidence: -2.5, verdict: 'against', ion: { mass: 5000, fraction: 0.2 } },
    ]);
    expect(view?.telling[1]?.findings).toMatchObject([
      { evidence: 0.5, verdict: 'open' },
      { evidence: 0, verdict: 'open', ion: null },
    ]);
  });

  it('sorts by evidence if there is nothing to compare with', () => {
    const alone = { ...manifest, taxa: manifest.taxa.slice(0, 1) };
    const scores = Float32Array.of(30);
    const lonely = { call: { ...sample.call, runnerUp: null }, probabilities: [1] };
    const only = viewMarkers(alone, lonely, { ...evidence, scores });
    expect(only?.telling.map(({ locus, findings }) => [locus, findings.length])).toEqual([
      ['L1', 1],
      ['L2', 1],
    ]);
  });

  it('returns null for a model without markers', () => {
    expect(viewMarkers({ ...manifest, markers: null }, sample, evidence)).toBeNull();
  });
});

describe('a model with naming loci', () => {
  const probabilities = namingProbabilities({ 'genus-alpha': 0.97, 'genus-beta': 0.03 });
  const call = {
    ...sample.call,
    taxon: 'genus-alpha',
    runnerUp: { taxon: 'genus-beta', probability: 0.03 },
  };
  const shown = (alpha: readonly number[]) =>
    viewMarkers(
      namingManifest,
      { call, probabilities },
      namingEvidence({ scores: { 'genus-alpha': 14 }, loci: { 'genus-alpha': alpha } }),
    );

  it('marks them', () => {
    const view = shown([4, 4, 4, 0.1, 3, 0]);
    expect(view?.telling.map(({ locus, namesOnly }) => [locus, namesOnly])).toEqual([
      ['R1', false],
      ['R2', false],
      ['R3', false],
      ['N1', true],
    ]);
    expect(view?.silent).toEqual(['R4', 'N2']);
    expect(view?.notCounted).toEqual([]);
  });

  it('states if too few of them were seen', () => {
    const view = shown([4, 4, 4, 0.1, 0, 0]);
    expect(view?.silent).toEqual(['R4']);
    expect(view?.notCounted).toEqual(['N1', 'N2']);
    expect(notCountedWords(['N1', 'N2'])).toBe(
      'N1 and N2 only name; too few of them were seen to count.',
    );
    expect(notCountedWords(['N1'])).toBe('N1 only names; too little of it was seen to count.');
  });

  it('describes the mass error as far as it is known, and a lower sensitivity', () => {
    const line = { shiftPpm: -290.6, tiltPpmPerKda: 12.4 };
    expect(massErrorWords(line, namingManifest)).toBe(
      'The spectrum is shifted by −291 ppm at m/z 6,500, and by +12 ppm more with each 1,000 m/z.',
    );
    expect(massErrorWords(line, manifest)).toBe('The whole spectrum is shifted by −291 ppm.');
    expect(sensitivityWords({ sensitivity: Math.fround(0.6) })).toBe(
      'Markers are weaker than usual in this spectrum: each is expected only 0.6 times as often, so that one that is missing says less.',
    );
    expect(sensitivityWords({ sensitivity: 1 })).toBeNull();
  });

  it('shows for an ion the difference between the shown m/z', () => {
    // The true difference is 0.849. A reader subtracts 5193.05 from 5193.89.
    const found = { mz: 5193.894, height: 12, errorPpm: 163.5 };
    expect(offBy(found, 5193.045)).toBe('+0.84 (+164 ppm)');
  });
});
