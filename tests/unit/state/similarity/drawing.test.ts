import { expect, it } from 'vitest';
import type { Similarity } from '../../../../src/core/similarity/compare-all';
import { runToEnd } from '../../../../src/core/interruptible';
import { placeMerges } from '../../../../src/core/similarity/dendrogram';
import { PARTS } from '../../../../src/core/similarity/compare-all';
import { highestMerges, mergesPath } from '../../../../src/state/similarity/dendrogram-lines';
import { drawHeat } from '../../../../src/state/similarity/heat-pixels';

// 0 and 2 are alike; 1 is joined last, and lies first.
const similarity: Similarity = {
  count: 3,
  cosines: Int16Array.from([0, PARTS, -PARTS]),
  order: Uint32Array.from([1, 0, 2]),
  left: Uint32Array.from([0, 1]),
  right: Uint32Array.from([2, 3]),
  height: Float32Array.from([0.25, 1]),
  neighbours: new Uint32Array(15),
  places: placeMerges(Uint32Array.from([1, 0, 2]), [
    { left: 0, right: 2, height: 0.25 },
    { left: 1, right: 3, height: 1 },
  ]),
  clusters: Uint32Array.from([2, 1, 2]),
  lines: [],
};

it('the highest merges come first, with the heights of what they put together', () => {
  const whole = { from: 0, size: 3 };
  const [top, below] = [...highestMerges(similarity, whole, 9)];
  expect(top).toEqual({
    height: 1,
    ends: [
      { at: 0.5, height: 0 },
      { at: 2, height: 0.25 },
    ],
  });
  expect(below).toEqual({
    height: 0.25,
    ends: [
      { at: 1.5, height: 0 },
      { at: 2.5, height: 0 },
    ],
  });
  expect([...highestMerges(similarity, whole, 1)]).toEqual([top]);
});

it('of a part of the order, the merges are drawn that reach into it', () => {
  const size = { width: 100, length: 300 };
  expect(mergesPath(similarity, { from: 0, size: 3 }, size)).toBe(
    'M100.0 50.0H0.0V200.0H75.0M100.0 150.0H75.0V250.0H100.0',
  );
  expect(mergesPath(similarity, { from: 0, size: 1 }, size).match(/M/g)).toHaveLength(1);
});

it('a heat map has a colour a pair, whatever its pixels', () => {
  const colourAt = (pixels: Uint8ClampedArray, side: number, x: number, y: number) =>
    [...pixels.subarray(4 * (y * side + x), 4 * (y * side + x) + 3)].join(' ');
  const pixels = new Uint8ClampedArray(6 * 6 * 4);
  runToEnd(drawHeat(pixels, 6, similarity, { from: 0, size: 3 }));
  const [most, none] = [colourAt(pixels, 6, 0, 0), colourAt(pixels, 6, 2, 0)];
  expect(most).toBe('253 234 69');
  expect(none).toBe('0 32 81');
  // 0 and 2 are as alike as can be, and 1 and 2 are as unlike as can be, which is drawn as 0.
  expect(colourAt(pixels, 6, 5, 3)).toBe(most);
  expect(colourAt(pixels, 6, 5, 0)).toBe(none);
  runToEnd(drawHeat(pixels, 6, similarity, { from: 1, size: 2 }));
  expect(
    new Set(Array.from({ length: 36 }, (_, i) => colourAt(pixels, 6, i % 6, Math.floor(i / 6)))),
  ).toEqual(new Set([most]));
});
