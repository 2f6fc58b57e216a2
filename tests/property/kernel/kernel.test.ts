import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeaks } from '../../../src/core/peaks/find-peaks';
import { SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../src/core/preprocess/run-recipe';
import { estimateSnipBaseline } from '../../../src/core/preprocess/snip-baseline';
import { firstDifference, kernelExports, kernelPreprocessor } from '../../unit/kernel/kernel';

/** Ranges of noise, of zeros, of one value (plateaus) and of slopes, one after the other. */
const stretch = fc
  .record({
    kind: fc.constantFrom('noise', 'zeros', 'plateau', 'slope', 'spike'),
    length: fc.integer({ min: 1, max: 400 }),
    level: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ kind, length, level, seed }) =>
    Float64Array.from({ length }, (_, i) => {
      switch (kind) {
        case 'noise':
          return (((seed + i) * 2_654_435_761) % 4_294_967_296) % (level + 1);
        case 'plateau':
          return level;
        case 'slope':
          return Math.round((level * (i + 1)) / length);
        case 'spike':
          return i === seed % length ? level : 0;
        default:
          return 0;
      }
    }),
  );

/**
 * Lengths begin at the least that the recipe takes, and cross all edges of the kernel's vectors, rows and
 * tiles.
 */
const counts = fc
  .array(stretch, { minLength: 1, maxLength: 40 })
  .map((parts) => Float64Array.from(parts.flatMap((part) => [...part])))
  .filter((values) => values.length >= 21);

const axisOf = (points: number, first: number, step: number) =>
  Float64Array.from({ length: points }, (_, i) => first + step * i + (i % 3) * step * 0.3);

describe('the kernel', () => {
  const kernel = kernelPreprocessor();

  it('gives the same bins as the plain steps for any spectrum, to the last bit', () => {
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 1900, max: 2000, noNaN: true }),
        fc.double({ min: 0.01, max: 4, noNaN: true }),
        fc.record({
          first: fc.integer({ min: 1940, max: 2100 }),
          width: fc.constantFrom(1, 3, 10),
          count: fc.integer({ min: 1, max: 2000 }),
        }),
        (intensity, first, step, bins) => {
          const spectrum = { mz: axisOf(intensity.length, first, step), intensity };
          const expected = runRecipe(SPECTRACL_1, spectrum, bins);
          expect(firstDifference(kernel.run(SPECTRACL_1, spectrum, bins), expected)).toBe(-1);
        },
      ),
    );
  });
});

describe('the kernel’s baseline', () => {
  it('equals the plain one to the last bit, for any number of points and passes', () => {
    const kernel = kernelExports();
    kernel.memory.grow(8);
    fc.assert(
      fc.property(
        fc.float64Array({ maxLength: 5000, min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 130 }),
        (values, iterations) => {
          // Minus zero and zero are the same height, and it does not matter which of the two comes out.
          const y = values.map((value) => value + 0);
          const at = [1024, 1024 + 8 * 5000, 1024 + 16 * 5000] as const;
          const view = (address: number) =>
            new Float64Array(kernel.memory.buffer, address, y.length);
          view(at[0]).set(y);
          // The kernel may not depend on what the work spaces contain.
          view(at[1]).fill(NaN);
          view(at[2]).fill(-1e9);
          const baseline = view(
            kernel.estimateSnipBaseline(at[0], at[1], at[2], y.length, iterations),
          );
          const expected = estimateSnipBaseline(y, iterations);
          const unsigned = (values: Float64Array) => values.map((value) => value + 0);
          expect(firstDifference(unsigned(baseline), unsigned(expected))).toBe(-1);
          expect(firstDifference(view(at[0]), y)).toBe(-1);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the kernel’s peaks', () => {
  it('equal the plain ones to the last bit, for any bins', () => {
    const kernel = kernelPreprocessor();
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 7 }),
        (values, minOverNoise, gap) => {
          // Some bins are empty at regular distances, as above 11 kDa.
          const vector = values.map((value, i) => (gap > 1 && i % gap === 0 ? 0 : value));
          const bins = { first: 1950, width: 1, count: vector.length };
          const expected = findPeaks(vector, bins, minOverNoise);
          const found = kernel.findPeaks(vector, bins, minOverNoise);
          expect(found.meanNoise).toBe(expected.meanNoise);
          for (const key of ['mz', 'height', 'overNoise'] as const) {
            expect(firstDifference(found.peaks[key], expected.peaks[key])).toBe(-1);
          }
        },
      ),
    );
  });
});
