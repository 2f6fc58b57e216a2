import { describe, expect, it } from 'vitest';
import { judgeCohort, limitsOf, sideOf } from '../../../../src/state/cohort-report/cohort-limits';
import { cohortPlate } from '../../../builders/cohort';

const shifted = (name: string, shift: number, firstAcquired = '') =>
  cohortPlate(name, { firstAcquired, measures: { shift } as never });

describe('what is usual in a cohort', () => {
  it('is the median and three times 1.4826 median distances about it', () => {
    // Median 12; distances 2, 1, 0, 1, 88, whose median is 1.
    const limits = limitsOf([10, 11, 12, 13, 100])!;
    expect(limits.middle).toBe(12);
    expect(limits.sd).toBeCloseTo(1.4826, 10);
    expect(limits.low).toBeCloseTo(12 - 4.4478, 10);
    expect(limits.high).toBeCloseTo(12 + 4.4478, 10);
  });

  it('is told by the mean distance where more than half have one value', () => {
    // Median 0; distances 0 but one of 0.5: their mean is 0.1.
    const limits = limitsOf([0, 0, 0, 0, 0.5])!;
    expect(limits.sd).toBeCloseTo(0.12533, 10);
    expect(limits.high).toBeCloseTo(0.37599, 10);
  });

  it('has no width where all are the same, and nothing stands out', () => {
    const limits = limitsOf([0.1, 0.1, 0.1, 0.1, 0.1])!;
    expect(limits).toEqual({ middle: 0.1, sd: 0, low: 0.1, high: 0.1 });
    expect(sideOf(0.1, limits)).toBeNull();
  });

  it('is not told of fewer than five plates', () => {
    expect(limitsOf([])).toBeNull();
    expect(limitsOf([1, 1, 1, 900])).toBeNull();
  });
});

describe('the plates of a cohort', () => {
  it('stand out beyond the limits, and not on them', () => {
    const values = [10, 11, 12, 13, 16.5, 7.5];
    // Median 11.5; distances 1.5, 0.5, 0.5, 1.5, 5, 4: median 1.5, so the limits are 11.5 -+ 6.6717.
    expect(judgeCohort(values.map((value, i) => shifted(`${i}`, value))).marks).toEqual([]);
    const { marks } = judgeCohort([...values, 30, -9].map((one, i) => shifted(`${i}`, one)));
    expect(
      marks.map(({ plate, place, side, measure }) => [plate.name, place, side, measure]),
    ).toEqual([
      ['6', 7, 'above', 'shift'],
      ['7', 8, 'below', 'shift'],
    ]);
    const limits = { middle: 0, sd: 1, low: -3, high: 3 };
    expect([-3.01, -3, 3, 3.01].map((one) => sideOf(one, limits))).toEqual([
      'below',
      null,
      null,
      'above',
    ]);
  });

  it('stand in the order of their acquisition where all say it, across time zones', () => {
    const late = shifted('late', 0, '2026-01-02T01:00:00+02:00');
    const early = shifted('early', 0, '2026-01-01T22:00:00Z');
    const failed = cohortPlate('failed', { state: 'failed' });
    const judged = judgeCohort([late, failed, early]);
    expect(judged.isByTime).toBe(true);
    expect(judged.placed.map(({ plate, place }) => [place, plate.name])).toEqual([
      [1, 'early'],
      [2, 'late'],
    ]);
    expect(judged.failed).toEqual([failed]);
  });

  it('stand as in the table where one does not say it', () => {
    const plates = [shifted('b', 0, '2026-01-02T01:00:00Z'), shifted('a', 0)];
    const judged = judgeCohort(plates);
    expect(judged.isByTime).toBe(false);
    expect(judged.placed.map(({ plate }) => plate.name)).toEqual(['b', 'a']);
  });
});
