import { describe, expect, it } from 'vitest';
import { CurveSum, differenceOf } from '../../../../src/core/compare/mean-curve';

const bins = { first: 2_000, width: 1, count: 3 };
const curve = (...values: number[]) => ({ bins, values: Float64Array.from(values) });

describe('CurveSum', () => {
  it('gives the mean and the standard deviation of each bin', () => {
    const sum = new CurveSum(bins);
    sum.add(curve(1, 0, 2));
    sum.add(curve(3, 0, 4));
    sum.add(curve(5, 0, 9));
    const mean = sum.mean()!;
    expect(mean.count).toBe(3);
    expect([...mean.values]).toEqual([3, 0, 5]);
    // (4 + 0 + 4) / 2 = 4; (9 + 1 + 16) / 2 = 13
    expect([...mean.spread]).toEqual([2, 0, expect.closeTo(Math.sqrt(13), 12)]);
  });

  it('has no spread for one curve, and nothing for none', () => {
    const sum = new CurveSum(bins);
    expect(sum.mean()).toBeNull();
    sum.add(curve(1, 2, 3));
    expect(sum.mean()).toEqual({ ...curve(1, 2, 3), count: 1, spread: new Float64Array(3) });
  });

  it('refuses a curve on another axis', () => {
    const other = { bins: { ...bins, first: 1_999 }, values: new Float64Array(3) };
    expect(() => new CurveSum(bins).add(other)).toThrow('axes');
    expect(() => differenceOf(curve(1, 2, 3), other)).toThrow('axes');
  });
});

describe('differenceOf', () => {
  it('takes the second curve from the first', () => {
    expect([...differenceOf(curve(5, 1, 0), curve(2, 1, 4)).values]).toEqual([3, 0, -4]);
  });
});
