import { describe, expect, it } from 'vitest';
import { highestNear, sharedPeaks } from '../../../../src/core/compare/shared-peaks';

const bins = { first: 4_000, width: 1, count: 3_000 };

function curve(...peaks: readonly (readonly [mz: number, height: number])[]) {
  const values = new Float64Array(bins.count);
  for (const [mz, height] of peaks) values[Math.floor(mz) - bins.first] = height;
  return { bins, values };
}

describe('sharedPeaks', () => {
  it('takes peaks within 500 ppm as one, at the m/z of the highest', () => {
    const a = curve([5_000, 4], [6_000, 1]);
    const b = curve([5_002, 7], [6_100, 2]);
    const lists = [
      { mz: [5_000, 6_000], height: [4, 1] },
      { mz: [5_002, 6_100], height: [7, 2] },
    ];
    expect(sharedPeaks([a, b], lists, 20)).toEqual([
      { mz: 5_002, heights: [4, 7] },
      { mz: 6_000, heights: [1, 0] },
      { mz: 6_100, heights: [0, 2] },
    ]);
  });

  it('takes the highest of each list alone, and reads curves without a list as well', () => {
    const a = curve([5_000, 4], [6_000, 1]);
    const lists = [{ mz: [5_000, 6_000], height: [4, 1] }];
    expect(sharedPeaks([a, a], lists, 1)).toEqual([{ mz: 5_000, heights: [4, 4] }]);
    expect(sharedPeaks([a], [], 20)).toEqual([]);
  });

  it('reads nothing outside of the axis', () => {
    expect(highestNear(curve([4_000, 3]), 3_000)).toBe(0);
    expect(highestNear(curve([4_000, 3]), 9_000)).toBe(0);
    expect(highestNear(curve([4_000, 3]), 4_001)).toBe(3);
  });
});
