import { describe, expect, it } from 'vitest';
import { findFences, median, quantile } from '../../../../src/core/quality/statistics';

describe('median', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %j', (values, middle) => expect(median(values)).toBe(middle));
});

describe('quantile', () => {
  it('lies between the order statistics as in numpy', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
    expect(quantile([7], 0.3)).toBe(7);
  });
});

describe('findFences', () => {
  it('lie 1.5 and 3 times the distance between the quartiles beyond them', () => {
    // The quartiles are 2, 3, 4.
    expect(findFences([1, 2, 3, 4, 5])).toEqual({
      scale: 'linear',
      inner: [-1, 7],
      outer: [-4, 10],
    });
  });

  it('use the scale on which the quartiles are evenly spaced', () => {
    // The quartiles are 10, 100, 1000.
    const { scale, inner } = findFences([1, 10, 100, 1000, 10_000]);
    expect(scale).toBe('log');
    expect(inner[0]).toBeCloseTo(0.01, 12);
    expect(inner[1]).toBeCloseTo(1e6, 3);
    // The quartiles are 4, 9, 16.
    expect(findFences([1, 4, 9, 16, 25])).toEqual({
      scale: 'root',
      inner: [0, 49],
      outer: [0, 100],
    });
  });

  it('stay linear if a value has no root', () => {
    expect(findFences([-4, -1, 0, 1, 4]).scale).toBe('linear');
  });

  it('of values that are all the same equal that value', () => {
    expect(findFences([5, 5, 5, 5]).outer).toEqual([5, 5]);
  });
});
