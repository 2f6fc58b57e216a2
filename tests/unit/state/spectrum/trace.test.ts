import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestIn, penPath, type Trace } from '../../../../src/state/spectrum/trace';

const identity = (value: number) => value;

function profile(values: readonly number[], start = 0, step = 1): Trace {
  return { mz: values.map((_, i) => start + i * step), y: values, binWidth: null };
}

/** Groups the y of points by their column of unit width. */
function byColumn(path: readonly number[]): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  for (let i = 0; i < path.length; i += 2) {
    const column = Math.floor(path[i]!);
    columns.set(column, [...(columns.get(column) ?? []), path[i + 1]!]);
  }
  return columns;
}

describe('the highest value of a trace', () => {
  it('is the highest in view', () => {
    const trace = profile([9, 1, 5, 2, 8]);
    expect(highestIn(trace, { from: 0.5, to: 3.5 })).toBe(5);
    expect(highestIn(trace, { from: 10, to: 20 })).toBe(0);
  });

  it('includes a bin that begins before the view', () => {
    const bins: Trace = { mz: [0, 10, 20], y: [3, 7, 1], binWidth: 10 };
    expect(highestIn(bins, { from: 12, to: 14 })).toBe(7);
  });
});

describe('the path of a trace', () => {
  it('goes from point to point if there are few, and on to both edges', () => {
    const trace = profile([1, 2, 3, 4, 5, 6]);
    const path = penPath(trace, { from: 1.5, to: 3.5 }, 100, identity, identity);
    expect(path).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  });

  it('draws a bin as a step', () => {
    const bins: Trace = { mz: [0, 10], y: [3, 7], binWidth: 10 };
    const path = penPath(bins, { from: 0, to: 20 }, 100, identity, identity);
    expect(path).toEqual([0, 3, 10, 3, 10, 7, 20, 7]);
  });

  it('reaches the lowest and the highest value of every column of the screen, with at most two points', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 200, maxLength: 300 });
    const settings = { numRuns: 50, endOnFailure: true };
    fc.assert(
      fc.property(heights, fc.integer({ min: 5, max: 60 }), (values, columns) => {
        const trace = profile(values);
        const range = { from: 0, to: values.length };
        const xOf = (mz: number) => (mz * columns) / values.length;
        const path = penPath(trace, range, columns, xOf, identity);
        expect(path.length / 2).toBeLessThanOrEqual(2 * (columns + 1));
        const drawn = byColumn(path);
        for (const [column, all] of byColumn(values.flatMap((value, i) => [xOf(i), value]))) {
          // A point on the line between two columns may be drawn in either.
          const near = [-1, 0, 1].flatMap((by) => drawn.get(column + by) ?? []);
          expect(Math.min(...near)).toBeLessThanOrEqual(Math.min(...all));
          expect(Math.max(...near)).toBeGreaterThanOrEqual(Math.max(...all));
        }
        for (let i = 0; i < path.length; i += 2) {
          const point = Math.round((path[i]! * values.length) / columns);
          expect(path[i + 1]).toBe(values[point]);
        }
      }),
      settings,
    );
  });

  it('reduces 21,000 points to a few thousand', () => {
    const values = Array.from({ length: 21_424 }, (_, i) => Math.abs(Math.sin(i)));
    const path = penPath(
      profile(values),
      { from: 0, to: values.length },
      1_200,
      (mz) => (mz * 1_200) / values.length,
      identity,
    );
    expect(path.length / 2).toBeLessThanOrEqual(2 * 1_201);
  });
});
