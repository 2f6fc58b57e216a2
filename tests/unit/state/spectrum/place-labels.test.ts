import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../../src/state/spectrum/place-labels';

describe('labels', () => {
  it('are placed above their m/z, in the next row if the first has no room', () => {
    const placed = placeLabels(
      [
        { x: 100, width: 40 },
        { x: 130, width: 40 },
        { x: 300, width: 40 },
      ],
      2,
      0,
      400,
    );
    expect(placed).toEqual([
      { x: 100, row: 0 },
      { x: 130, row: 1 },
      { x: 300, row: 0 },
    ]);
  });

  it('do not extend beyond an edge', () => {
    expect(placeLabels([{ x: 3, width: 40 }], 1, 0, 400)).toEqual([{ x: 20, row: 0 }]);
    expect(placeLabels([{ x: 399, width: 40 }], 1, 0, 400)).toEqual([{ x: 380, row: 0 }]);
  });

  it('are left out if there is no room, the last of the list first', () => {
    const crowd = Array.from({ length: 5 }, () => ({ x: 100, width: 40 }));
    expect(placeLabels(crowd, 2, 0, 400).filter((label) => label !== null)).toHaveLength(1);
  });

  it('touch neither each other nor the line that leads to another', () => {
    const labels = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 500 }), width: fc.integer({ min: 10, max: 60 }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(labels, (wanted) => {
        const placed = placeLabels(wanted, 3, 0, 500).map((label, i) => ({ label, ...wanted[i]! }));
        for (const a of placed) {
          for (const b of placed) {
            if (a === b || a.label === null || b.label === null) continue;
            const apart = Math.abs(a.label.x - b.label.x) - (a.width + b.width) / 2;
            if (a.label.row === b.label.row) expect(apart).toBeGreaterThanOrEqual(0);
            if (a.label.row < b.label.row) {
              expect(Math.abs(b.x - a.label.x)).toBeGreaterThanOrEqual(a.width / 2);
            }
          }
        }
      }),
    );
  });
});
