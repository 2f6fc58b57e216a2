import { describe, expect, it } from 'vitest';
import { createRandom, drawUid } from '../../../src/simulate/random';

function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

describe('createRandom', () => {
  it('draws the same numbers for the same seed, at any time and on every machine', () => {
    const random = createRandom(1, 'test');
    expect(draws(4, () => random.uint32())).toEqual([495706090, 214249695, 2732092267, 868136667]);
  });

  it('has unrelated streams for other seeds and other purposes', () => {
    const first = (...seed: [string | number, ...string[]]): number => createRandom(...seed).uint32(); // prettier-ignore
    const all = [first(1), first(2), first('1'), first(1, 'a'), first(1, 'b'), first(1, 'a', 'b')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is uniform: mean 1/2, variance 1/12, no value outside', () => {
    const random = createRandom('uniform');
    const values = draws(50_000, () => random.uniform());
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThan(0);
    expect(Math.max(...values.slice(0, 1000))).toBeLessThan(1);
  });

  it('has normal variates: moments, and 95.45 % within two standard deviations', () => {
    const random = createRandom('normal');
    const values = draws(50_000, () => random.normal(10, 3));
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
    const within = values.filter((x) => Math.abs(x - 10) < 6).length / values.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(sd).toBeCloseTo(3, 1);
    expect(within).toBeCloseTo(0.9545, 2);
  });

  it('draws integers below a bound, and each of them', () => {
    const random = createRandom('below');
    expect(new Set(draws(200, () => random.below(5)))).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});

describe('drawUid', () => {
  it('writes version-4 uids, all different', () => {
    const random = createRandom('uids');
    const uids = Array.from({ length: 1000 }, () => drawUid(random));
    expect(new Set(uids).size).toBe(1000);
    for (const uid of uids) {
      expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
