import { describe, expect, it } from 'vitest';
import {
  lineAgainst,
  movedMean,
  movedMz,
  movedPeaks,
  movedSpectrum,
} from '../../../../src/core/compare/align-curves';
import { errorAt, type MassLine } from '../../../../src/core/similarity/peak-list';

const NONE: MassLine = { shift: 0, tilt: 0 };
const LINE: MassLine = { shift: 700, tilt: -40 };
const places = Array.from({ length: 60 }, (_, i) => 2_500 + 140.3 * i + 37 * Math.sin(i * i));
const peaksWith = (line: MassLine, mz = places) => ({
  mz: Float64Array.from(mz, (one) => one * (1 + errorAt(line, one) * 1e-6)),
  height: Float64Array.from(mz, (_, i) => 1 + (i % 5)),
});

describe('the line of a spectrum against another', () => {
  it('is the one that was put into it, seen from the other', () => {
    const found = lineAgainst(peaksWith(NONE), peaksWith(LINE))!;
    const back = lineAgainst(peaksWith(LINE), peaksWith(NONE))!;
    for (const mz of [3_000, 6_500, 10_000]) {
      expect(Math.abs(errorAt(found, mz) - errorAt(LINE, mz))).toBeLessThan(20);
      expect(Math.abs(errorAt(back, mz) + errorAt(LINE, mz))).toBeLessThan(20);
    }
  });

  it('is 0 against itself, and not known where little is in common', () => {
    const peaks = peaksWith(LINE);
    expect(lineAgainst(peaks, peaks)).toEqual(NONE);
    expect(lineAgainst(peaks, peaksWith(NONE, [2_100, 15_000, 19_000]))).toBeNull();
  });
});

describe('a line that is taken off', () => {
  it('leaves the masses that were there before it', () => {
    const { mz, height } = movedPeaks(peaksWith(LINE), LINE);
    for (const [i, one] of mz.entries()) expect(Math.abs(one / places[i]! - 1)).toBeLessThan(1e-6);
    expect([...height]).toEqual([...peaksWith(NONE).height]);
    expect([...movedMz(Float64Array.from([5_000]), { shift: 0, tilt: 0 })]).toEqual([5_000]);
  });

  it('moves a spectrum into the bins where it belongs, with its heights', () => {
    const bins = { first: 6_000, width: 1, count: 20 };
    const line = { shift: 500, tilt: 0 };
    const mz = Float64Array.from({ length: 41 }, (_, i) => 6_000 + i / 2);
    const processed = mz.map((one) => (one === 6_013 ? 4 : 0));
    const { mz: moved, binned } = movedSpectrum({ mz, processed }, line, bins);
    // 500 ppm of 6,013 are 3.0.
    expect(moved[26]).toBeCloseTo(6_009.995, 3);
    expect([...binned.values.keys()].filter((i) => binned.values[i]! > 0)).toEqual([9]);
    expect(binned.values[9]).toBe(2);
  });

  it('moves a mean and its spread between bins', () => {
    const bins = { first: 5_000, width: 1, count: 10 };
    const values = Float64Array.from([0, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
    const spread = values.map((value) => value / 4);
    // 300 ppm of 5,005 are 1.5: the peak of bin 5 lies between bins 3 and 4.
    const moved = movedMean({ bins, values, spread, count: 3 }, { shift: 300, tilt: 0 });
    expect(moved.count).toBe(3);
    expect([...moved.values].map((value) => Math.round(value * 100) / 100)).toEqual([
      0, 0, 0, 2, 1.99, 0, 0, 0, 0, 0,
    ]);
    expect(moved.spread[4]).toBeCloseTo(moved.values[4]! / 4, 10);
    expect(movedMean({ bins, values, spread, count: 3 }, NONE).values).toEqual(values);
  });
});
