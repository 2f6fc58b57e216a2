import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CurveSum, differenceOf } from '../../../../src/core/compare/mean-curve';

const bins = { first: 2_000, width: 1, count: 4 };
const curves = fc
  .array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.map((values) => ({ bins, values: Float64Array.from(values) })));

describe('CurveSum', () => {
  it('lies between the lowest and the highest, and equals the sums of the textbook', () => {
    fc.assert(
      fc.property(curves, (all) => {
        const sum = new CurveSum(bins);
        for (const curve of all) sum.add(curve);
        const { values, spread, count } = sum.mean()!;
        expect(count).toBe(all.length);
        for (let i = 0; i < bins.count; i += 1) {
          const column = all.map((curve) => curve.values[i]!);
          const mean = column.reduce((a, b) => a + b, 0) / column.length;
          const squares = column.reduce((a, b) => a + (b - mean) ** 2, 0);
          expect(values[i]).toBeCloseTo(mean, 12);
          expect(spread[i]).toBeCloseTo(Math.sqrt(squares / Math.max(1, column.length - 1)), 9);
          expect(values[i]).toBeGreaterThanOrEqual(Math.min(...column) - 1e-12);
          expect(values[i]).toBeLessThanOrEqual(Math.max(...column) + 1e-12);
        }
      }),
    );
  });

  it('has no difference from itself, and the opposite one when turned round', () => {
    fc.assert(
      fc.property(curves, (all) => {
        const [a, b] = [all[0]!, all.at(-1)];
        expect(Math.max(...differenceOf(a, a).values.map(Math.abs))).toBe(0);
        const there = differenceOf(a, b).values;
        const back = differenceOf(b, a).values;
        for (let i = 0; i < bins.count; i += 1) expect(there[i]! + back[i]!).toBe(0);
      }),
    );
  });
});
