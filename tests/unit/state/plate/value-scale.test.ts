import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortCount } from '../../../../src/state/format';
import { makeScale, type ValueScale } from '../../../../src/state/plate/value-scale';

const labels = ({ ticks }: ValueScale) => ticks.map(({ label }) => label);

describe('the scale of shift and tilt', () => {
  it('has 0 in its middle, and round numbers at its ends', () => {
    const scale = makeScale('shift', [-40, 12, 130])!;
    expect(scale.ramp).toBe('diverging');
    expect(scale.placeOf(0)).toBe(0.5);
    expect(labels(scale)).toEqual(['−150', '−100', '−50', '0', '+50', '+100', '+150']);
    expect(scale.ticks[3]!.at).toBe(0.5);
    expect(scale.placeOf(150)).toBe(1);
  });

  it('is never so narrow that small errors look large', () => {
    expect(makeScale('shift', [-3, 2])!.placeOf(10)).toBeCloseTo(0.55, 9);
    expect(makeScale('tilt', [0.5])!.placeOf(20)).toBe(1);
  });

  it('is not widened for a single value far from the others, and states this', () => {
    const usual = Array.from({ length: 95 }, (_, i) => i - 47);
    expect(makeScale('shift', usual)!.isCut).toBe(false);
    const scale = makeScale('shift', [...usual, 4_000])!;
    expect(scale.isCut).toBe(true);
    expect(labels(scale).at(-1)).toBe('+100');
    expect(scale.placeOf(4_000)).toBe(1);
  });
});

describe('the scale of intensity', () => {
  it('is logarithmic, with labelled ticks at 1, 2 and 5', () => {
    const scale = makeScale('intensity', [120_000, 900_000])!;
    expect(scale.ramp).toBe('sequential');
    expect(labels(scale)).toEqual(['100k', '200k', '500k', '1M']);
    expect(scale.placeOf(Math.sqrt(100_000 * 1_000_000))).toBeCloseTo(0.5, 9);
  });

  it('works for no values, and for equal values', () => {
    expect(makeScale('intensity', [0, 0])!.placeOf(0)).toBe(0);
    const scale = makeScale('intensity', [500_000])!;
    expect(labels(scale)).toEqual(['500k', '1M']);
    expect(labels(makeScale('intensity', [3, 8_000_000])!).length).toBeLessThanOrEqual(9);
  });
});

it('the scale of the order begins at 1 and has integers', () => {
  expect(labels(makeScale('order', [1, 2, 3])!)).toEqual(['1', '2', '3']);
  const many = makeScale('order', [96, 1, 50])!;
  expect(labels(many)).toEqual(['1', '20', '40', '60', '80']);
  expect([many.placeOf(1), many.placeOf(96)]).toEqual([0, 1]);
  expect(makeScale('order', [1])!.placeOf(1)).toBe(0);
});

it('no scale exists without values', () => {
  expect(makeScale('shift', [])).toBeNull();
});

it('every scale keeps the order of values, stays within its ends, and has its ticks at their values', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('shift' as const, 'tilt' as const, 'intensity' as const, 'order' as const),
      fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.boolean(),
      (colouring, sizes, isNegative) => {
        const signed = colouring === 'shift' || colouring === 'tilt';
        const values = sizes.map((size) =>
          colouring === 'order' ? Math.ceil(size) : signed && isNegative ? -size : size,
        );
        const scale = makeScale(colouring, values)!;
        const sorted = [...values].sort((a, b) => a - b).map(scale.placeOf);
        for (const [i, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(i === 0 ? 0 : sorted[i - 1]!);
          expect(place).toBeLessThanOrEqual(1);
        }
        const places = scale.ticks.map(({ at }) => at);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places.length).toBeGreaterThan(1);
        expect(places.length).toBeLessThanOrEqual(9);
      },
    ),
  );
});

it.each([
  [0, '0'],
  [950.4, '950'],
  [999.9, '1.0k'],
  [1_240, '1.2k'],
  [5_000_000, '5M'],
  [34_900, '35k'],
  [999_400, '999k'],
  [999_600, '1.0M'],
  [12_345_678, '12M'],
  [2_500_000_000, '2.5G'],
])('%d is shortened for a spot to %s', (value, text) => {
  expect(shortCount(value)).toBe(text);
});
