import { describe, expect, it } from 'vitest';
import { plateEffects, type PlacedValue } from '../../../../src/core/plate/plate-effects';

const FORMAT = { rows: 8, columns: 12 };

/** A whole plate that was measured column by column. */
function plate(valueOf: (row: number, column: number) => number): PlacedValue[] {
  return Array.from({ length: 96 }, (_, i) => {
    const [row, column] = [Math.floor(i / 12), i % 12];
    return { place: { row, column }, value: valueOf(row, column), order: column * 8 + row };
  });
}

describe('the means of a plate', () => {
  it('are those of its rows and of its columns', () => {
    const { rows, columns } = plateEffects(
      plate((row, column) => 100 * row + column),
      FORMAT,
    );
    expect(rows.get(3)).toEqual({ mean: 305.5, spots: 12 });
    expect(columns.get(11)).toEqual({ mean: 361, spots: 8 });
    expect([rows.size, columns.size]).toEqual([8, 12]);
  });

  it('have no entry for a row without a value', () => {
    const { rows, columns, edge } = plateEffects(
      [{ place: { row: 2, column: 3 }, value: 7, order: 0 }],
      FORMAT,
    );
    expect([...rows]).toEqual([[2, { mean: 7, spots: 1 }]]);
    expect([...columns]).toEqual([[3, { mean: 7, spots: 1 }]]);
    expect(edge).toBeNull();
  });

  it('distinguish the edge from the inside', () => {
    const isEdge = (row: number, column: number) =>
      row === 0 || row === 7 || column === 0 || column === 11;
    const { edge } = plateEffects(
      plate((row, column) => (isEdge(row, column) ? 5 : -1)),
      FORMAT,
    );
    expect(edge).toEqual({ outer: { mean: 5, spots: 36 }, inner: { mean: -1, spots: 60 } });
  });

  it('show a drift in the order of measurement, whatever the order of the spots', () => {
    const values = plate((_, column) => (column < 4 ? -20 : column < 8 ? 0 : 30));
    const { drift } = plateEffects(values.reverse(), FORMAT);
    expect(drift).toEqual({ first: { mean: -20, spots: 32 }, last: { mean: 30, spots: 32 } });
  });

  it('show no drift if an order is unknown, or for few spots', () => {
    const values = plate(() => 1);
    expect(plateEffects(values.slice(0, 5), FORMAT).drift).toBeNull();
    expect(plateEffects(values.slice(0, 6), FORMAT).drift?.first.spots).toBe(2);
    const [first, ...others] = values;
    expect(plateEffects([{ ...first!, order: null }, ...others], FORMAT).drift).toBeNull();
    expect(plateEffects([], FORMAT)).toEqual({
      rows: new Map(),
      columns: new Map(),
      edge: null,
      drift: null,
    });
  });
});
