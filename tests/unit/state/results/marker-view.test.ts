import { describe, expect, it } from 'vitest';
import { viewMarkers } from '../../../../src/state/results/marker-view';
import { markerEvidence, sampleRow } from '../../storage/records';
import { manifest } from '../manifest';

const evidence = markerEvidence({
  scores: Float32Array.of(30, 12, -9),
  // Rows: the three taxa; columns: L1, L2, L3.
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

  it('sets the called taxon and its runner-up side by side, with their scores', () => {
    expect(view?.columns.map(({ taxon, score }) => [taxon.id, score])).toEqual([
      ['genus-alpha', 30],
      ['genus-beta-minor', 12],
    ]);
  });

  it('puts the locus first that tells the two apart, and names the silent ones', () => {
    expect(view?.telling.map(({ locus }) => locus)).toEqual(['L1', 'L2']);
    expect(view?.silent).toEqual(['L3']);
  });

  it('gives each locus what it says of each taxon', () => {
    expect(view?.telling[0]?.findings).toMatchObject([
      { evidence: 4, verdict: 'for', ion: { expectedMz: 2500.6, charge: 2, mass: 5000 } },
      { evidence: -2.5, verdict: 'against', ion: { mass: 5000, fraction: 0.2 } },
    ]);
    expect(view?.telling[1]?.findings).toMatchObject([
      { evidence: 0.5, verdict: 'open' },
      { evidence: 0, verdict: 'open', ion: null },
    ]);
  });

  it('orders by what a locus says when there is nothing to compare with', () => {
    const alone = { ...manifest, taxa: manifest.taxa.slice(0, 1) };
    const scores = Float32Array.of(30);
    const lonely = { call: { ...sample.call, runnerUp: null } };
    const only = viewMarkers(alone, lonely, { ...evidence, scores });
    expect(only?.telling.map(({ locus, findings }) => [locus, findings.length])).toEqual([
      ['L1', 1],
      ['L2', 1],
    ]);
  });

  it('has nothing to show of a model without markers', () => {
    expect(viewMarkers({ ...manifest, markers: null }, sample, evidence)).toBeNull();
  });
});
