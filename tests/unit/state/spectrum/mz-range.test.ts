import { describe, expect, it } from 'vitest';
import {
  firstAtOrAbove,
  fitRange,
  NARROWEST,
  panRange,
  zoomRange,
} from '../../../../src/state/spectrum/mz-range';

const whole = { from: 2_000, to: 20_000 };

describe('a range of the mass axis', () => {
  it('keeps the m/z under the pointer in place while zooming', () => {
    const zoomed = zoomRange({ from: 4_000, to: 6_000 }, whole, 0.5, 4_500);
    expect(zoomed).toEqual({ from: 4_250, to: 5_250 });
    expect((4_500 - zoomed.from) / (zoomed.to - zoomed.from)).toBeCloseTo(500 / 2_000);
  });

  it('is never wider than the spectrum, or narrower than a peak', () => {
    expect(zoomRange({ from: 4_000, to: 6_000 }, whole, 100, 5_000)).toEqual(whole);
    const narrow = zoomRange({ from: 4_000, to: 4_005 }, whole, 0.01, 4_002);
    expect(narrow.to - narrow.from).toBeCloseTo(NARROWEST);
  });

  it('stops at the ends when it is moved, and keeps its width', () => {
    expect(panRange({ from: 3_000, to: 4_000 }, whole, -5_000)).toEqual({ from: 2_000, to: 3_000 });
    expect(panRange({ from: 3_000, to: 4_000 }, whole, 1e9)).toEqual({ from: 19_000, to: 20_000 });
  });

  it('is moved into a spectrum that begins later', () => {
    expect(fitRange({ from: 1_000, to: 2_000 }, whole)).toEqual({ from: 2_000, to: 3_000 });
  });
});

describe('firstAtOrAbove', () => {
  it.each([
    [0, 0],
    [1, 0],
    [1.5, 1],
    [3, 2],
    [4, 3],
  ])('of 1, 2, 3 and %f is %i', (mz, index) => {
    expect(firstAtOrAbove([1, 2, 3], mz)).toBe(index);
  });
});
