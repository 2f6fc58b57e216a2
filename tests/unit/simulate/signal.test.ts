import { describe, expect, it } from 'vitest';
import { LINEAR_AXIS, linearMz, positionOf } from '../../../src/simulate/axis';
import { addBaseline, addChemicalNoise } from '../../../src/simulate/add-background';
import { addPeak } from '../../../src/simulate/add-peak';
import { detect } from '../../../src/simulate/detect';
import { createRandom } from '../../../src/simulate/random';

const mz = linearMz();

describe('positionOf', () => {
  it('is the inverse of the axis', () => {
    for (let i = 0; i < mz.length; i += 997) {
      expect(positionOf(mz[i]!, LINEAR_AXIS)).toBeCloseTo(i, 5);
    }
  });
});

describe('addPeak', () => {
  const signal = new Float64Array(mz.length);
  addPeak(signal, mz, LINEAR_AXIS, { centre: 5000, height: 1000, fwhm: 6 });

  it('has its apex at the centre, with the height', () => {
    const apex = signal.indexOf(Math.max(...signal));
    expect(Math.abs(mz[apex]! - 5000)).toBeLessThan(0.5);
    expect(signal[apex]).toBeGreaterThan(990);
    expect(signal[apex]).toBeLessThanOrEqual(1000);
  });

  it('has the given width at half its height, and leans to the right', () => {
    const above = [...signal.keys()].filter((i) => signal[i]! >= 500);
    const from = mz[above[0]!]!;
    const to = mz[above.at(-1)]!;
    expect(Math.abs(to - from - 6)).toBeLessThan(1.2);
    expect(to - 5000).toBeGreaterThan(5000 - from);
  });

  it('leaves out what lies beyond the axis', () => {
    const before = Float64Array.from(signal);
    addPeak(signal, mz, LINEAR_AXIS, { centre: 1000, height: 1000, fwhm: 3 });
    addPeak(signal, mz, LINEAR_AXIS, { centre: 40000, height: 1000, fwhm: 20 });
    expect(signal).toEqual(before);
  });
});

describe('background', () => {
  it('has a baseline that only falls', () => {
    const signal = new Float64Array(mz.length);
    addBaseline(signal, mz, createRandom('baseline'));
    for (let i = 1; i < signal.length; i++) expect(signal[i]! < signal[i - 1]!).toBe(true);
  });

  it('has chemical noise of at most 15 % of the scale at 2.5 kDa, and 1/e of it 4 kDa above', () => {
    const signal = new Float64Array(mz.length);
    addChemicalNoise(signal, mz, 1000, createRandom('chemical noise'));
    const maximum = (from: number, to: number) =>
      signal.reduce((max, value, i) => (mz[i]! >= from && mz[i]! < to ? Math.max(max, value) : max), 0); // prettier-ignore
    expect(Math.min(...signal)).toBeGreaterThanOrEqual(0);
    expect(maximum(2500, 3000)).toBeLessThanOrEqual(150);
    expect(maximum(2500, 3000)).toBeGreaterThan(20);
    expect(maximum(6500, 7000) / maximum(2500, 3000)).toBeCloseTo(Math.exp(-1), 1);
  });
});

describe('detect', () => {
  it.each([50, 400, 3000])('has noise of variance 1.7 I + 9 at I = %d', (level) => {
    const signal = new Float64Array(20_000).fill(level);
    const counts = detect(signal, 1000, createRandom('noise', level));
    const mean = counts.reduce((sum, x) => sum + x, 0) / counts.length;
    const variance = counts.reduce((sum, x) => sum + (x - mean) ** 2, 0) / counts.length;
    expect(Math.abs(variance / (1.7 * level + 9) - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean - (level - 6))).toBeLessThan(2);
  });

  it('reads zero nearly everywhere without a signal, like instruments', () => {
    const counts = detect(new Float64Array(20_000), 200, createRandom('dark'));
    const zeros = counts.filter((count) => count === 0).length / counts.length;
    expect(zeros).toBeGreaterThan(0.95);
    expect(zeros).toBeLessThan(1);
  });

  it('saturates at 255 counts a shot', () => {
    const counts = detect(new Float64Array(10).fill(1e5), 40, createRandom('bright'));
    expect([...counts]).toEqual(Array.from({ length: 10 }, () => 10200));
  });
});
