import { expect, it } from 'vitest';
import { KeptNumbers } from '../../../src/engine/kept-numbers';

it('keeps copies of lists of numbers, many in one piece of memory', () => {
  const kept = new KeptNumbers();
  const lists = Array.from({ length: 300 }, (_, i) => Float32Array.of(i, i / 3, 1e-38));
  const copies = lists.map((list) => kept.keep(list));
  for (const list of lists) list.fill(0);
  expect(copies).toEqual(lists.map((_, i) => Float32Array.of(i, i / 3, 1e-38)));
  expect(new Set(copies.map(({ buffer }) => buffer)).size).toBe(3);
});

it('keeps lists of other lengths', () => {
  const kept = new KeptNumbers();
  const copies = [[1, 2], Array.from({ length: 1_000 }, (_, i) => i), [3]].map((list) =>
    kept.keep(list),
  );
  expect(copies.map((copy) => copy.length)).toEqual([2, 1_000, 1]);
  expect([copies[0]![1], copies[1]![999], copies[2]![0]]).toEqual([2, 999, 3]);
});
