import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorToFloat32 } from '../../../../src/core/sklearn/float32-threshold';
import { weightSplitter } from '../../../../src/core/sklearn/split-weight';

describe('a float32 threshold', () => {
  const bits = fc.integer({ min: 0, max: 0xffff_ffff }).map((word) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, word);
    return view.getFloat32(0);
  });

  it('sends every float32 to the same side as the float64 threshold', () => {
    const near = fc
      .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -2, max: 2 }))
      .map(([threshold, steps]) => [threshold, Math.fround(threshold) * (1 + steps * 2 ** -23)]);
    const far = fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), bits);
    fc.assert(
      fc.property(fc.oneof(near, far), ([threshold, value]) => {
        const x = Math.fround(value);
        fc.pre(Number.isFinite(x));
        const rounded = floorToFloat32(threshold);
        expect(Math.fround(rounded)).toBe(rounded);
        expect(x <= rounded).toBe(x <= threshold);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    [0, 0],
    [1e-50, 0],
    [-1e-50, -(2 ** -149)],
    [1 + 2 ** -30, 1],
    [1 - 2 ** -30, 1 - 2 ** -24],
    [-1 - 2 ** -30, -1 - 2 ** -23],
    [1e300, 3.4028234663852886e38],
    [-1e300, -Infinity],
  ])('of %d is %d', (threshold, expected) => {
    expect(floorToFloat32(threshold)).toBe(expected);
  });
});

describe('a split weight', () => {
  it('has coarse parts whose sums are exact in float32, and small remainders', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3000 }),
        (fractions) => {
          const split = weightSplitter(fractions.length);
          let coarse = 0;
          let rest = 0;
          for (const fraction of fractions) {
            const parts = split(fraction);
            coarse = Math.fround(coarse + Math.fround(parts[0]));
            rest = Math.fround(rest + Math.fround(parts[1]));
          }
          const exact = fractions.reduce((sum, fraction) => sum + split(fraction)[0], 0);
          expect(coarse).toBe(exact);
          const mean = fractions.reduce((sum, fraction) => sum + fraction, 0) / fractions.length;
          expect(Math.abs((coarse + rest) / fractions.length - mean)).toBeLessThan(1e-7);
        },
      ),
      { numRuns: 300 },
    );
  });
});
