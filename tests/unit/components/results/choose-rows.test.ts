import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRows, type ShownRow } from '../../../../src/components/results/choose-rows';

const wantedRows = (...indices: number[]) => indices.map((index) => ({ index, start: 36 * index }));
const range = (first: number, count: number) =>
  wantedRows(...Array.from({ length: count }, (_, i) => first + i));
const inOrder = (index: number) => index;
const shownRows = (rows: readonly { index: number; start: number }[]): readonly ShownRow[] =>
  rows.map((row, slot) => ({ ...row, slot }));
const indices = (rows: readonly { index: number }[]) => rows.map(({ index }) => index);

/** Returns all frames until every wanted row exists. */
function frames(wanted: ReturnType<typeof range>, from: readonly ShownRow[], most = 6) {
  const all: (readonly ShownRow[])[] = [];
  for (let shown = from, isPart = true; isPart; all.push(shown)) {
    ({ rows: shown, isPart } = chooseRows(wanted, shown, inOrder, most));
  }
  return all;
}

describe('the rows to have in the document next', () => {
  it('are all wanted ones if few are new, in the elements of those that are no longer wanted', () => {
    const { rows, added, isPart } = chooseRows(range(2, 4), shownRows(range(0, 4)), inOrder, 2);
    expect([added, isPart]).toEqual([2, false]);
    expect(rows.map(({ index, slot }) => [index, slot])).toEqual([
      [2, 2],
      [3, 3],
      [4, 0],
      [5, 1],
    ]);
  });

  it('begin with the most needed ones', () => {
    const need = (index: number) => (index === 6 ? -1 : index);
    const { rows, added, isPart } = chooseRows(range(1, 6), [], need, 2);
    expect([added, isPart]).toEqual([2, true]);
    expect(indices(rows)).toEqual([6, 1]);
  });

  it('reuse the elements one after the other after a jump, and none is moved or created', () => {
    const before = shownRows(range(0, 20));
    const steps = frames(range(100, 20), before);
    expect(steps.map((rows) => rows.filter(({ index }) => index >= 100).length)).toEqual([
      6, 12, 18, 20,
    ]);
    for (const rows of steps) expect(rows.map(({ slot }) => slot)).toEqual(indices(before));
  });

  it('become exactly the wanted ones in their order, whatever was there before', () => {
    const row = fc.nat(60);
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { maxLength: 40 }),
        fc.uniqueArray(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (before, wanted, most) => {
          const rows = wantedRows(...wanted.toSorted((a, b) => a - b));
          const from = shownRows(wantedRows(...before));
          const steps = frames(rows, from, most);
          expect(steps.at(-1).map(({ index, start }) => ({ index, start }))).toEqual(rows);
          let shown = new Set(before);
          for (const step of steps) {
            expect(new Set(step.map(({ slot }) => slot)).size).toBe(step.length);
            expect(new Set(indices(step)).size).toBe(step.length);
            expect(step.filter(({ index }) => !shown.has(index)).length).toBeLessThanOrEqual(most);
            expect(step.length).toBeLessThanOrEqual(Math.max(before.length, wanted.length));
            shown = new Set(indices(step));
          }
        },
      ),
    );
  });
});
