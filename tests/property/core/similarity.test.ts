import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainCluster } from '../../../src/core/similarity/chain';
import { libraryCluster } from '../../../src/core/similarity/cluster';
import { compareAll, similarityOf } from '../../../src/core/similarity/compare-all';
import { pairAt, pairsOf } from '../../../src/core/similarity/cosine';
import { leafOrder, type Merge } from '../../../src/core/similarity/dendrogram';
import type { PeakList } from '../../../src/core/similarity/peak-list';

/** Distances of n things: any between 0 and 1, or of a few values, so that many are equal. */
const distances = fc
  .tuple(
    fc.integer({ min: 2, max: 30 }),
    fc.constantFrom(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 4 }).map((value) => value / 4),
    ),
  )
  .chain(([n, one]) => {
    const count = pairsOf(n);
    return fc.tuple(fc.constant(n), fc.array(one, { minLength: count, maxLength: count }));
  });

/** Most that two means may differ by rounding: the chain keeps its means in 32 bits. */
const ROUNDING = 1e-5;

/** Distances of nine things that by rounding give the library a merge below one that it puts together. */
const ROUNDED_BELOW = [
  [0, 0, 0, 0, 0, 0, 1, 0.5],
  [1, 0.5, 0.5, 0, 1, 1, 0],
  [0, 0.5, 0.5, 1, 0, 1],
  [0.5, 1, 0.5, 0.5, 0],
  [0, 0, 0.5, 0],
  [1, 1, 0],
  [0, 0],
  [0],
].flat();

const peakLists = fc.array(
  fc.uniqueArray(fc.integer({ min: 2_100, max: 18_000 }), { minLength: 0, maxLength: 60 }),
  { minLength: 2, maxLength: 9 },
);

const asPeaks = (mz: readonly number[]): PeakList => {
  const sorted = Float64Array.from(mz).sort();
  return { mz: sorted, height: sorted.map((one) => 1 + (one % 7)) };
};

/**
 * Expects what average linkage is: each merge puts together two clusters that no other two are closer than, at the mean
 * distance of their leaves. Of equally close ones either may be first, so two right dendrograms may differ; where none
 * are, there is one alone.
 */
function expectAverageLinkage(n: number, values: readonly number[], merges: readonly Merge[]) {
  expect(merges).toHaveLength(n - 1);
  const leaves = new Map(Array.from({ length: n }, (_, i): [number, number[]] => [i, [i]]));
  const meanOf = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    for (const one of a) for (const two of b) sum += values[pairAt(n, one, two)]!;
    return sum / a.length / b.length;
  };
  for (const [i, { left, right, height }] of merges.entries()) {
    const [a, b] = [leaves.get(left)!, leaves.get(right)!];
    const living = [...leaves.values()];
    const least = Math.min(
      ...living.flatMap((one, k) => living.slice(k + 1).map((two) => meanOf(one, two))),
    );
    expect(Math.abs(height - meanOf(a, b))).toBeLessThan(ROUNDING);
    expect(height).toBeLessThan(least + ROUNDING);
    leaves.delete(left);
    leaves.delete(right);
    leaves.set(n + i, [...a, ...b]);
  }
}

it.each([
  ['the chain', chainCluster],
  ['the library', libraryCluster],
])('%s clusters by average linkage, ties or not', (_, clustered) => {
  fc.assert(
    fc.property(distances, ([n, values]) => {
      expectAverageLinkage(n, values, clustered(n, Float32Array.from(values)));
    }),
    { examples: [[[9, ROUNDED_BELOW]]] },
  );
});

it('a dendrogram is ultrametric, and has each leaf once in its order', () => {
  fc.assert(
    fc.property(distances, ([n, values]) => {
      const merges = chainCluster(n, Float32Array.from(values));
      expect(merges).toHaveLength(n - 1);
      const heights = [...new Float64Array(n), ...merges.map(({ height }) => height)];
      for (const { left, right, height } of merges) {
        expect(height).toBeGreaterThanOrEqual(Math.max(heights[left]!, heights[right]!));
      }
      const order = [...leafOrder(n, merges, () => 0)];
      expect(order.sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    }),
  );
});

it('similarity is symmetric, within -1 and 1, and does not depend on the order of spectra', () => {
  fc.assert(
    fc.property(peakLists, (lists) => {
      const there = compareAll(lists.map(asPeaks));
      const back = compareAll(lists.toReversed().map(asPeaks));
      const n = lists.length;
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) {
          const one = similarityOf(there, a, b);
          expect(one).toBe(similarityOf(there, b, a));
          expect(Math.abs(one)).toBeLessThanOrEqual(1);
          expect(one).toBeCloseTo(similarityOf(back, n - 1 - a, n - 1 - b), 2);
        }
      }
    }),
    { numRuns: 30 },
  );
});
