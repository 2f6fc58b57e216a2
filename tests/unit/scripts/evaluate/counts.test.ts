import { describe, expect, it } from 'vitest';
import { logLoss, softmax } from '../../../../models/ribosomal-klebsiella/fit-temperature';
import { reliabilityBins } from '../../../../scripts/evaluate/reliability';
import { tally, type Tallied } from '../../../../scripts/evaluate/tally';
import type { SpeciesCall } from '../../../../src/core/job/types';

describe('reliability', () => {
  it('counts a probability in the bin that begins with it, and 1 in the last', () => {
    const predictions = [
      { probability: 0.5, isRight: false },
      { probability: 0.6, isRight: true },
      { probability: 1, isRight: true },
    ];
    expect(reliabilityBins(predictions, [0, 0.5, 1])).toEqual([
      { from: 0, to: 0.5, count: 0, right: 0, mean: null },
      { from: 0.5, to: 1, count: 3, right: 2, mean: expect.closeTo(0.7) as number },
    ]);
  });

  it('counts every prediction once, whatever the edges', () => {
    const predictions = Array.from({ length: 101 }, (_, i) => ({
      probability: i / 100,
      isRight: i % 2 === 0,
    }));
    const bins = reliabilityBins(predictions);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(101);
    expect(bins.reduce((sum, { right }) => sum + right, 0)).toBe(51);
  });
});

describe('the loss of a temperature', () => {
  it('equals that of a fair coin if all taxa are equally probable', () => {
    expect(logLoss([{ scores: [3, 3], isRight: [true, false] }], 1)).toBeCloseTo(Math.LN2);
  });

  it('is small for correct calls, and grows with the certainty of wrong ones', () => {
    const right = [{ scores: [10, 0], isRight: [true, false] }];
    const wrong = [{ scores: [10, 0], isRight: [false, true] }];
    expect(logLoss(right, 1)).toBeLessThan(0.001);
    expect(logLoss(wrong, 1)).toBeGreaterThan(logLoss(wrong, 2));
    expect(softmax([0, Math.log(3)], 1)).toEqual([
      expect.closeTo(0.25) as number,
      expect.closeTo(0.75) as number,
    ]);
  });
});

describe('a tally', () => {
  const call = (kind: SpeciesCall['kind'], more: Partial<SpeciesCall>): SpeciesCall => ({
    kind,
    taxon: null,
    label: '',
    confidence: 'none',
    probability: null,
    runnerUp: null,
    rule: 'species',
    reason: '',
    ...more,
  });
  const sure = call('species', { taxon: 'a', confidence: 'high' });
  const group = call('group', { taxon: 'g', confidence: 'moderate', rule: 'group-unresolved' });
  const none = call('none', { rule: 'no-pattern' });
  const label = (...taxa: string[]) => ({ by: 'label', said: '', taxa: new Set(taxa) }) as const;
  const one = (said: SpeciesCall, known: Tallied['known'], score: number): Tallied => ({
    call: said,
    known,
    best: 'a',
    probability: 1,
    score,
  });

  it('counts agreement and confident agreement separately, and no refusal as agreement', () => {
    const { compared, accepted, refused, weakestAccepted } = tally([
      one(sure, label('a', 'b'), 40),
      one(sure, label('b'), 30),
      one(group, label('a'), 20),
      one(none, label('a'), 5),
      one(sure, null, 25),
    ]);
    expect(compared).toEqual({ known: 4, accepted: 3, agree: 2, sure: 2, sureAgree: 1 });
    expect(accepted).toBe(4);
    expect([...refused]).toEqual([['no-pattern', 1]]);
    expect(weakestAccepted).toBe(20);
  });

  it('counts foreign spectra separately', () => {
    const { foreign, compared, weakestAccepted } = tally([
      one(none, label(), 11),
      one(sure, label(), 17),
      one(none, label(), -3),
    ]);
    expect(foreign).toEqual({ known: 3, accepted: 1, largestScore: 17 });
    expect(compared.known).toBe(0);
    expect(weakestAccepted).toBeNull();
    expect(tally([]).foreign.largestScore).toBeNull();
  });
});
