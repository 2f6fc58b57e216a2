import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  rowsInSight,
  scrollToReveal,
  wantedRows,
} from '../../../../src/components/results/row-arithmetic';

const table = { count: 1000, rowHeight: 36, headHeight: 36 };
const indices = (rows: readonly { index: number }[]) => rows.map(({ index }) => index);

describe('the visible rows of a table', () => {
  it.each([
    // There is room for ten rows below the header.
    ['at the top', 0, 396, { first: 0, last: 9 }],
    ['half a row further', 18, 396, { first: 0, last: 10 }],
    ['a row further', 36, 396, { first: 1, last: 10 }],
    ['at the end', 990 * 36, 396, { first: 990, last: 999 }],
    ['where the head fills it', 0, 36, { first: 0, last: -1 }],
  ])('are those between the header and the lower edge: %s', (_, top, height, sight) => {
    expect(rowsInSight({ top, height }, table)).toEqual(sight);
  });

  it('are none for a table without rows', () => {
    const empty = { ...table, count: 0 };
    const sight = rowsInSight({ top: 0, height: 396 }, empty);
    expect(sight).toEqual({ first: 0, last: -1 });
    expect(wantedRows(sight, 0, empty)).toEqual([]);
  });

  it('are the last ones while a table that became shorter is still scrolled too far', () => {
    const sight = rowsInSight({ top: 990 * 36, height: 396 }, { ...table, count: 20 });
    expect(sight).toEqual({ first: 19, last: 19 });
  });

  it('are extended by three on either side and by the row with the focus, in table order', () => {
    const sight = { first: 100, last: 102 };
    const around = [97, 98, 99, 100, 101, 102, 103, 104, 105];
    expect(indices(wantedRows(sight, null, table))).toEqual(around);
    expect(indices(wantedRows(sight, 101, table))).toEqual(around);
    expect(indices(wantedRows(sight, 5, table))).toEqual([5, ...around]);
    expect(indices(wantedRows(sight, 900, table))).toEqual([...around, 900]);
    // A filter may have left fewer rows than before.
    expect(indices(wantedRows(sight, 1000, table))).toEqual(around);
    expect(wantedRows({ first: 0, last: 0 }, null, table)[3]).toEqual({ index: 3, start: 108 });
  });
});

describe('scrolling a row into view', () => {
  it('shows the whole row, and scrolls no further than necessary', () => {
    const inputs = fc.record({
      position: fc.nat(999),
      top: fc.nat(1000 * 36),
      rows: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(inputs, ({ position, top, rows }) => {
        const height = table.headHeight + rows * table.rowHeight;
        const to = scrollToReveal(position, { top, height }, table);
        const start = position * table.rowHeight;
        const isWhole = (at: number) =>
          start >= at && start + table.rowHeight + table.headHeight <= at + height;
        expect(isWhole(to)).toBe(true);
        if (isWhole(top)) expect(to).toBe(top);
        else expect(isWhole(to + Math.sign(top - to))).toBe(false);
      }),
    );
  });
});
