import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks } from '../../../../src/state/spectrum/ticks';

describe('ticks', () => {
  it.each([
    [2_000, 20_997, 6, [5_000, 10_000, 15_000, 20_000], 0],
    [5_270, 5_290, 4, [5_270, 5_280, 5_290], 0],
    [5_279, 5_281, 5, [5_279, 5_279.5, 5_280, 5_280.5, 5_281], 1],
    [0, 1.2, 7, [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2], 1],
    [0, 0.3, 4, [0, 0.1, 0.2, 0.3], 1],
  ])('from %f to %f, %i at most', (from, to, most, values, digits) => {
    expect(niceTicks(from, to, most)).toEqual({ values, digits });
  });

  it('are none for an empty range', () => {
    expect(niceTicks(3, 3, 5).values).toEqual([]);
    expect(niceTicks(0, NaN, 5).values).toEqual([]);
  });

  it('are within the limits, evenly ascending, and at most as many as allowed', () => {
    const span = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    const from = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(from, span, fc.integer({ min: 2, max: 20 }), (start, width, most) => {
        fc.pre(width > 1e-9 * Math.abs(start));
        const { values } = niceTicks(start, start + width, most);
        expect(values.length).toBeGreaterThan(0);
        expect(values.length).toBeLessThanOrEqual(most);
        const step = (values[1] ?? 0) - (values[0] ?? 0);
        values.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(start - 1e-6 * width);
          expect(value).toBeLessThanOrEqual(start + width * (1 + 1e-6));
          if (i > 0) expect(value - values[i - 1]!).toBeCloseTo(step, 6);
        });
      }),
    );
  });
});
