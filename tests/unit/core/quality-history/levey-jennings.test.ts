import { describe, expect, it } from 'vitest';
import {
  brokenRules,
  limitsOf,
  standingOf,
} from '../../../../src/core/quality-history/levey-jennings';

describe('the limits of a chart', () => {
  it('are mean and standard deviation of the first runs, by hand', () => {
    // 2, 4, 4, 6, 9: mean 5, squares 9 + 1 + 1 + 1 + 16 = 28, over 4 = 7.
    const limits = limitsOf([2, 4, 4, 6, 9, 1000], 5);
    expect(limits?.mean).toBe(5);
    expect(limits?.deviation).toBeCloseTo(Math.sqrt(7), 12);
  });

  it('are made from runs that have the measure', () => {
    expect(limitsOf([null, 1, null, 3, 50], 2)).toEqual({ mean: 2, deviation: Math.SQRT2 });
  });

  it('are none while runs are lacking, and where all are the same', () => {
    expect(limitsOf([], 5)).toBeNull();
    expect(limitsOf([1], 1)).toBeNull();
    expect(limitsOf([1, 2, 3, null], 4)).toBeNull();
    expect(limitsOf([0.1 + 0.2, 0.3, 0.3, 0.3, 0.3], 5)).toBeNull();
    expect(limitsOf([0, 0, 0], 3)).toBeNull();
  });
});

describe('the rules', () => {
  const limits = { mean: 100, deviation: 10 };
  const rules = (...values: (number | null)[]) =>
    brokenRules(values, limits).map((one) => one.join(' '));

  it('1-3s: one value beyond 3 s, and a limit itself still passes', () => {
    expect(rules(130, 131, 100, 69)).toEqual(['1-2s', '1-3s 2-2s 1-2s', '', '1-3s 1-2s']);
  });

  it('2-2s: two in a row beyond 2 s on one side', () => {
    expect(rules(121, 121, 100, 121, 79)).toEqual(['1-2s', '2-2s 1-2s', '', '1-2s', '1-2s']);
  });

  it('4-1s: four in a row beyond 1 s on one side', () => {
    expect(rules(111, 111, 111, 111, 110)).toEqual(['', '', '', '4-1s', '']);
    expect(rules(111, 111, 89, 111, 111)).toEqual(['', '', '', '', '']);
  });

  it('10-x: ten in a row on one side of the mean', () => {
    const row = (count: number) => Array.from({ length: count }, () => 101);
    expect(rules(...row(10)).at(-1)).toBe('10-x');
    expect(rules(...row(9), 100, 101)).not.toContain('10-x');
  });

  it('go past a run without a value', () => {
    expect(rules(121, null, 121)).toEqual(['1-2s', '', '2-2s 1-2s']);
  });

  it('make a warning of 1-2s alone', () => {
    expect(standingOf(undefined)).toBe('no-limits');
    expect(standingOf([])).toBe('within');
    expect(standingOf(['1-2s'])).toBe('warning');
    expect(standingOf(['2-2s', '1-2s'])).toBe('out');
    expect(standingOf(['10-x'])).toBe('out');
  });
});
