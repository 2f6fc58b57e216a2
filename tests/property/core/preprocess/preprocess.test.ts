import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageVectors } from '../../../../src/core/preprocess/average';
import { binMeans, binStarts, ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../../src/core/preprocess/run-recipe';
import { smoothSavitzkyGolay } from '../../../../src/core/preprocess/savitzky-golay';
import { estimateSnipBaseline } from '../../../../src/core/preprocess/snip-baseline';

const coefficient = fc.double({ min: -1, max: 1, noNaN: true });
const height = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const signal = (minLength: number) =>
  fc.array(height, { minLength, maxLength: 300 }).map((values) => Float64Array.from(values));
/** Ascending m/z around the first bins, with gaps and with dense parts. */
const axis = fc
  .array(fc.double({ min: 1e-3, max: 3, noNaN: true }), { minLength: 1, maxLength: 300 })
  .map((steps) => {
    let mz = 1945;
    return Float64Array.from(steps, (step) => (mz += step));
  });

describe('smoothing', () => {
  it('reproduces every cubic, also at the ends', () => {
    fc.assert(
      fc.property(
        fc.tuple(coefficient, coefficient, coefficient, coefficient),
        fc.integer({ min: 21, max: 200 }),
        ([a, b, c, d], n) => {
          const y = Float64Array.from({ length: n }, (_, i) => {
            const x = i / n;
            return a + b * x + c * x ** 2 + d * x ** 3;
          });
          const smooth = smoothSavitzkyGolay(y, 21, 3);
          for (let i = 0; i < n; i++) expect(Math.abs(smooth[i]! - y[i]!)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it('gives the same from right to left', () => {
    fc.assert(
      fc.property(signal(21), (y) => {
        const backwards = smoothSavitzkyGolay(y.slice().reverse(), 21, 3).reverse();
        const smooth = smoothSavitzkyGolay(y, 21, 3);
        smooth.forEach((value, i) => expect(Math.abs(value - backwards[i]!)).toBeLessThan(1e-7));
      }),
    );
  });
});

describe('the baseline', () => {
  /** Computes the baseline literally by its definition: slowly, and evidently correctly. */
  function baselineByDefinition(y: Float64Array, iterations: number): number[] {
    let values = Array.from(y);
    for (let p = iterations; p >= 1; p--) {
      const before = values;
      values = before.map((value, i) =>
        p <= i && i < before.length - p
          ? Math.min(value, (before[i - p]! + before[i + p]!) / 2)
          : value,
      );
    }
    return values;
  }

  it('equals its definition exactly', () => {
    fc.assert(
      fc.property(signal(0), fc.integer({ min: 1, max: 120 }), (y, iterations) => {
        // -0 and 0 are the same height.
        const zeroed = (values: Iterable<number>) => Array.from(values, (value) => value + 0);
        expect(zeroed(estimateSnipBaseline(y, iterations))).toEqual(
          zeroed(baselineByDefinition(y, iterations)),
        );
      }),
    );
  });

  it('never exceeds the signal, and keeps its first and last point', () => {
    fc.assert(
      fc.property(signal(1), (y) => {
        const baseline = estimateSnipBaseline(y, 100);
        y.forEach((value, i) => expect(baseline[i]).toBeLessThanOrEqual(value));
        expect([baseline[0], baseline.at(-1)]).toEqual([y[0], y.at(-1)]);
      }),
    );
  });
});

describe('binning', () => {
  it('puts each point in the range into the one bin that contains it', () => {
    const bins = { first: 1950, width: 10, count: 20 };
    fc.assert(
      fc.property(axis, (mz) => {
        const starts = binStarts(mz, bins);
        for (let b = 0; b < bins.count; b++) {
          const points = Array.from(mz.subarray(starts[b], starts[b + 1]));
          const from = bins.first + b * bins.width;
          const inBin = (at: number) =>
            at >= from && (at < from + 10 || (b === bins.count - 1 && at === from + 10));
          expect(points).toEqual(Array.from(mz).filter(inBin));
        }
      }),
    );
  });

  it('conserves the sum: the means times the counts add up to the points in the range', () => {
    fc.assert(
      fc.property(axis, (mz) => {
        const y = mz.map((at) => Math.round(at * 8) % 97);
        const starts = binStarts(mz, ONE_DALTON_BINS);
        const means = binMeans(y, starts);
        const binned = means.reduce(
          (sum, mean, b) => sum + mean * (starts[b + 1]! - starts[b]!),
          0,
        );
        const points = y.reduce((sum, value, i) => (mz[i]! >= 1950 ? sum + value : sum), 0);
        expect(binned).toBeCloseTo(points, 6);
      }),
    );
  });
});

describe('the mean of replicates', () => {
  it('lies between the least and the greatest, whatever their order', () => {
    const vectors = fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }))
      .chain(([bins, count]) =>
        fc.array(
          fc.float64Array({ minLength: bins, maxLength: bins, min: 0, max: 1, noNaN: true }),
          {
            minLength: count,
            maxLength: count,
          },
        ),
      );
    fc.assert(
      fc.property(vectors, (list) => {
        const mean = averageVectors(list);
        const backwards = averageVectors(list.slice().reverse());
        mean.forEach((value, b) => {
          const column = list.map((vector) => vector[b]!);
          expect(value).toBeGreaterThanOrEqual(Math.min(...column) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(Math.max(...column) * (1 + 1e-12));
          expect(Math.abs(value - backwards[b]!)).toBeLessThanOrEqual(1e-12);
        });
      }),
    );
  });
});

describe('the recipe', () => {
  it('gives finite, non-negative vectors that do not change with the strength of the signal', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 2 ** 29 }), {
      minLength: 21,
      maxLength: 300,
    });
    fc.assert(
      fc.property(counts, (values) => {
        const mz = Float64Array.from(values, (_, i) => 2000 + 0.4 * i);
        const run = (scale: number) =>
          runRecipe(
            SPECTRACL_1,
            { mz, intensity: Float64Array.from(values, (value) => scale * value) },
            { first: 1990, width: 1, count: 140 },
          );
        const vector = run(1);
        // Four times the counts give twice the square roots, which is exact in binary.
        expect(run(4)).toEqual(vector);
        expect(vector.every((value) => value >= 0 && value < Infinity)).toBe(true);
      }),
    );
  });
});
