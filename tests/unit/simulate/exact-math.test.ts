import { describe, expect, it } from 'vitest';
import { exp, ln } from '../../../src/simulate/exact-math';

describe('exp', () => {
  it('gives the published values of e, 1/e and sqrt(e)', () => {
    // From OEIS A001113, A068985, A019774.
    expect(exp(1)).toBeCloseTo(2.718281828459045, 15);
    expect(exp(-1)).toBeCloseTo(0.36787944117144233, 15);
    expect(exp(0.5)).toBeCloseTo(1.6487212707001282, 15);
    expect(exp(0)).toBe(1);
  });

  it('agrees with the built-in function to 2 parts in 1e15 from -100 to 100', () => {
    for (let x = -100; x <= 100; x += 0.37) {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(2e-15);
    }
  });

  it('is 0 far below zero and refuses results that are too large', () => {
    expect(exp(-1000)).toBe(0);
    expect(() => exp(1000)).toThrow(RangeError);
  });
});

describe('ln', () => {
  it('gives the published values of ln 2 and ln 10', () => {
    // From OEIS A002162, A002392.
    expect(ln(2)).toBeCloseTo(0.6931471805599453, 15);
    expect(ln(10)).toBeCloseTo(2.302585092994046, 15);
    expect(ln(1)).toBe(0);
  });

  it('is the inverse of exp', () => {
    for (let x = -60; x <= 60; x += 0.71) expect(ln(exp(x))).toBeCloseTo(x, 13);
  });

  it.each([0, -1, NaN, Infinity])('refuses %d', (x) => {
    expect(() => ln(x)).toThrow(RangeError);
  });
});
