import { describe, expect, it } from 'vitest';
import {
  savitzkyGolayWeights,
  smoothSavitzkyGolay,
} from '../../../../src/core/preprocess/savitzky-golay';

/** Checks weights as the papers print them: integers over a common denominator. */
function expectFractions(weights: Float64Array, numerators: readonly number[], over: number) {
  expect(weights).toHaveLength(numerators.length);
  numerators.forEach((numerator, i) => expect(weights[i]).toBeCloseTo(numerator / over, 15));
}

describe('Savitzky-Golay weights', () => {
  // From Savitzky & Golay 1964, table I (with the corrections of Steinier et al. 1972).
  it.each([
    { half: 2, over: 35, numerators: [-3, 12, 17, 12, -3] },
    { half: 3, over: 21, numerators: [-2, 3, 6, 7, 6, 3, -2] },
    { half: 4, over: 231, numerators: [-21, 14, 39, 54, 59, 54, 39, 14, -21] },
    {
      half: 10,
      over: 3059,
      numerators: [
        -171, -76, 9, 84, 149, 204, 249, 284, 309, 324, 329, 324, 309, 284, 249, 204, 149, 84, 9,
        -76, -171,
      ],
    },
  ])(
    'are the published fractions for $half points on either side',
    ({ half, over, numerators }) => {
      expectFractions(savitzkyGolayWeights(half, 2, 0), numerators, over);
      // At the centre, a cubic has the same weights as a quadratic.
      expectFractions(savitzkyGolayWeights(half, 3, 0), numerators, over);
    },
  );

  it('are the published fractions of degree 4: 5, -30, 75, 131 ... over 231', () => {
    expectFractions(savitzkyGolayWeights(3, 4, 0), [5, -30, 75, 131, 75, -30, 5], 231);
  });

  // From Gorry 1990, table I: smoothing with a quadratic over 5 points, at each of its points.
  it.each([
    { position: -2, numerators: [31, 9, -3, -5, 3] },
    { position: -1, numerators: [9, 13, 12, 6, -5] },
    { position: 1, numerators: [-5, 6, 12, 13, 9] },
    { position: 2, numerators: [3, -5, -3, 9, 31] },
  ])('are the published fractions at point $position of five', ({ position, numerators }) => {
    expectFractions(savitzkyGolayWeights(2, 2, position), numerators, 35);
  });

  it('add up to 1 wherever they are evaluated', () => {
    for (let position = -10; position <= 10; position++) {
      const sum = savitzkyGolayWeights(10, 3, position).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 13);
    }
  });

  it('refuse a polynomial with more coefficients than points', () => {
    expect(() => savitzkyGolayWeights(1, 3, 0)).toThrow(RangeError);
  });
});

describe('Savitzky-Golay smoothing', () => {
  it('spreads a single count over 21 points as 329/3059, 324/3059 ...', () => {
    const y = new Float64Array(61);
    y[30] = 3059;
    const smooth = smoothSavitzkyGolay(y, 21, 3);
    expect(smooth[30]).toBeCloseTo(329, 10);
    expect(smooth[31]).toBeCloseTo(324, 10);
    expect(smooth[20]).toBeCloseTo(-171, 10);
    expect(smooth[40]).toBeCloseTo(-171, 10);
    expect(smooth[19]).toBe(0);
    expect(smooth[41]).toBe(0);
  });

  it('keeps a cubic unchanged, including its first and last point', () => {
    const y = Float64Array.from({ length: 50 }, (_, i) => 2 - 3 * i + 0.5 * i ** 2 - 0.01 * i ** 3);
    const smooth = smoothSavitzkyGolay(y, 21, 3);
    y.forEach((value, i) => expect(smooth[i]).toBeCloseTo(value, 9));
  });

  it('computes the ends by the fit to the first and last window (5 points, quadratic)', () => {
    const smooth = smoothSavitzkyGolay(Float64Array.of(35, 0, 0, 0, 0, 0, 70), 5, 2);
    [31, 9, -3].forEach((value, i) => expect(smooth[i]).toBeCloseTo(value, 12));
    [-6, 18, 62].forEach((value, i) => expect(smooth[4 + i]).toBeCloseTo(value, 12));
  });

  it('accepts a window as wide as the spectrum, and refuses a wider or an even one', () => {
    const y = Float64Array.from({ length: 21 }, (_, i) => i ** 3);
    const smooth = smoothSavitzkyGolay(y, 21, 3);
    y.forEach((value, i) => expect(smooth[i]).toBeCloseTo(value, 8));
    expect(() => smoothSavitzkyGolay(y, 23, 3)).toThrow(RangeError);
    expect(() => smoothSavitzkyGolay(y, 20, 3)).toThrow(RangeError);
  });

  it('does not change its input, and writes to the given array', () => {
    const y = Float64Array.from({ length: 30 }, (_, i) => (i * 7) % 5);
    const before = y.slice();
    const out = new Float64Array(30);
    expect(smoothSavitzkyGolay(y, 5, 2, out)).toBe(out);
    expect(y).toEqual(before);
  });
});
