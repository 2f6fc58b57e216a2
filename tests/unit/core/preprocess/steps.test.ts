import { describe, expect, it } from 'vitest';
import { averageVectors } from '../../../../src/core/preprocess/average';
import {
  binMeans,
  binStarts,
  ONE_DALTON_BINS,
  TEN_DALTON_BINS,
} from '../../../../src/core/preprocess/bin';
import {
  clipNegative,
  normalise,
  squareRoot,
  subtract,
  totalIonCurrent,
} from '../../../../src/core/preprocess/pointwise';
import { SPECTRACL_1 } from '../../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../../src/core/preprocess/run-recipe';
import { smoothSavitzkyGolay } from '../../../../src/core/preprocess/savitzky-golay';
import { estimateSnipBaseline } from '../../../../src/core/preprocess/snip-baseline';
import { Workspace } from '../../../../src/core/preprocess/workspace';

const row = (...values: number[]) => Float64Array.from(values);

describe('square root', () => {
  it('is exact for square counts and does not change its input', () => {
    const counts = row(0, 1, 4, 9, 1_000_000);
    expect(squareRoot(counts)).toEqual(row(0, 1, 2, 3, 1000));
    expect(counts).toEqual(row(0, 1, 4, 9, 1_000_000));
  });
});

describe('SNIP baseline', () => {
  it('equals the result by hand, pass by pass', () => {
    const y = row(1, 2, 9, 4, 3, 8, 1);
    // Only p = 1: the neighbours' means of points 1 to 5 are 5, 3, 6, 6, 2.
    expect(estimateSnipBaseline(y, 1)).toEqual(row(1, 2, 3, 4, 3, 2, 1));
    // First p = 2: points 2, 3, 4 and (1 + 3) / 2, (2 + 8) / 2, (9 + 1) / 2 give 2, 4, 3. Then p = 1 on 1 2 2 4
    // 3 8 1: the neighbours' means are 1.5, 3, 2.5, 6, 2.
    expect(estimateSnipBaseline(y, 2)).toEqual(row(1, 1.5, 2, 2.5, 3, 2, 1));
    // First p = 3: point 3 and (1 + 1) / 2 give 1. Then p = 2: 2, 1, 3 stay or fall to (1 + 3) / 2 = 2, (2 + 8)
    // / 2, (9 + 1) / 2. Then p = 1 on 1 2 2 1 3 8 1: the neighbours' means are 1.5, 1.5, 2.5, 4.5, 2.
    expect(estimateSnipBaseline(y, 3)).toEqual(row(1, 1.5, 1.5, 1, 3, 2, 1));
  });

  it('computes each pass from the values before it, not from those just clipped', () => {
    // In place, point 2 would use point 1 after it was clipped to 0: (0 + 8) / 2 instead of (4 + 8) / 2.
    expect(estimateSnipBaseline(row(0, 4, 5, 8, 0), 1)[2]).toBe(5);
  });

  it('follows a straight line exactly and cuts off a narrow peak', () => {
    const line = Float64Array.from({ length: 401 }, (_, i) => 100 - i / 4);
    expect(estimateSnipBaseline(line, 100)).toEqual(line);
    const peak = line.slice();
    for (let i = 195; i <= 205; i++) peak[i]! += 50;
    expect(estimateSnipBaseline(peak, 100)).toEqual(line);
  });

  it('leaves spectra shorter than any window unchanged, and never changes its input', () => {
    expect(estimateSnipBaseline(row(), 100)).toEqual(row());
    expect(estimateSnipBaseline(row(5), 100)).toEqual(row(5));
    expect(estimateSnipBaseline(row(5, 9), 100)).toEqual(row(5, 9));
    const y = row(5, 9, 1);
    expect(estimateSnipBaseline(y, 100)).toEqual(row(5, 3, 1));
    expect(y).toEqual(row(5, 9, 1));
  });

  it('computes the same in work spaces that contain other values', () => {
    const y = row(1, 2, 9, 4, 3, 8, 1);
    const first = new Float64Array(7).fill(-77);
    const second = new Float64Array(7).fill(NaN);
    const baseline = estimateSnipBaseline(y, 3, first, second);
    expect([first, second]).toContain(baseline);
    expect(baseline).toEqual(row(1, 1.5, 1.5, 1, 3, 2, 1));
  });
});

describe('subtract, normalise, clip', () => {
  it('subtracts point by point', () => {
    expect(subtract(row(5, 3), row(1, 4))).toEqual(row(4, -1));
  });

  it('computes the total ion current as the trapezoid area over unequal steps, negatives included', () => {
    // 1 Da * (0 + 2) / 2 + 3 Da * (2 + 4) / 2 + 2 Da * (4 - 6) / 2
    expect(totalIonCurrent(row(10, 11, 14, 16), row(0, 2, 4, -6))).toBe(1 + 9 - 2);
    expect(totalIonCurrent(row(10), row(3))).toBe(0);
    expect(totalIonCurrent(row(), row())).toBe(0);
  });

  it('normalises the area to 1, and gives NaN for each point if the current is 0', () => {
    const mz = row(10, 11, 14);
    const y = row(0, 2, 4);
    expect(totalIonCurrent(mz, normalise(y, totalIonCurrent(mz, y)))).toBeCloseTo(1, 15);
    expect(normalise(row(0, 0), 0)).toEqual(row(NaN, NaN));
  });

  it('clips negatives to 0 and keeps NaN, which is a missing value', () => {
    expect(clipNegative(row(-1, 0, 2, NaN))).toEqual(row(0, 0, 2, NaN));
  });
});

describe('binning', () => {
  const bins = { first: 100, width: 1, count: 3 };

  it('takes the mean of the points in [edge, edge + 1), and 0 for a bin without points', () => {
    const mz = row(99.9, 100, 100.5, 100.999, 102);
    expect(binMeans(row(50, 1, 2, 6, 7), binStarts(mz, bins))).toEqual(row(3, 0, 7));
  });

  it('includes the right edge of the last bin, and of no other', () => {
    const mz = row(101, 102, 103, 103.001);
    expect(binMeans(row(1, 2, 4, 99), binStarts(mz, bins))).toEqual(row(0, 1, 3));
  });

  it('ignores points that are NaN, so that a bin with nothing else is 0', () => {
    const mz = row(100, 100.5, 101, 102);
    expect(binMeans(row(NaN, 4, NaN, 5), binStarts(mz, bins))).toEqual(row(4, 0, 5));
  });

  it('has the edges of the reference: 19,049 bins of 1 Da, 1,904 of 10 Da', () => {
    const { first, width, count } = ONE_DALTON_BINS;
    expect([first, first + width * count, count]).toEqual([1950, 20_999, 19_049]);
    const ten = TEN_DALTON_BINS;
    expect([ten.first, ten.first + ten.width * ten.count, ten.count]).toEqual([1950, 20_990, 1904]);
    const mz = row(1959.9, 1960, 20_989.9, 20_990, 20_991);
    const vector = binMeans(row(1, 2, 3, 5, 100), binStarts(mz, ten));
    expect([vector[0], vector[1], vector[1903]]).toEqual([1, 2, 4]);
  });
});

describe('average', () => {
  it('is the mean of each bin, and of one vector the vector itself', () => {
    expect(averageVectors([row(1, 2, 0), row(3, 0, 0)])).toEqual(row(2, 1, 0));
    expect(averageVectors([row(1, 2, 0)])).toEqual(row(1, 2, 0));
  });

  it('throws an error for no vectors and for vectors of different lengths', () => {
    expect(() => averageVectors([])).toThrow(RangeError);
    expect(() => averageVectors([row(1), row(1, 2)])).toThrow(RangeError);
  });
});

describe('the recipe spectracl-1', () => {
  it('has the steps of the reference in their order', () => {
    expect(SPECTRACL_1).toEqual({
      id: 'spectracl-1',
      steps: [
        { kind: 'square-root' },
        { kind: 'smooth', window: 21, order: 3 },
        { kind: 'subtract-baseline', iterations: 100 },
        { kind: 'normalise' },
        { kind: 'clip' },
      ],
    });
  });

  const mz = Float64Array.from({ length: 3000 }, (_, i) => 1960 + i * 0.9);
  const intensity = Float64Array.from(
    { length: 3000 },
    (_, i) => 40 + (i % 5) + 900 * Math.exp(-(((i - 1500) / 8) ** 2)),
  );

  it('gives the result of its steps, one after the other', () => {
    const smooth = smoothSavitzkyGolay(squareRoot(intensity), 21, 3);
    const y = subtract(smooth, estimateSnipBaseline(smooth, 100));
    const expected = binMeans(
      clipNegative(normalise(y, totalIonCurrent(mz, y))),
      binStarts(mz, ONE_DALTON_BINS),
    );
    expect(runRecipe(SPECTRACL_1, { mz, intensity }, ONE_DALTON_BINS)).toEqual(expected);
    expect(Math.max(...expected)).toBeGreaterThan(0);
  });

  it('computes the same in a workspace that was used for other spectra and other bins', () => {
    const workspace = new Workspace();
    const fresh = runRecipe(SPECTRACL_1, { mz, intensity }, ONE_DALTON_BINS);
    const other = intensity.map((value) => value * 3 + 1);
    runRecipe(SPECTRACL_1, { mz, intensity: other }, TEN_DALTON_BINS, workspace);
    runRecipe(
      SPECTRACL_1,
      { mz: mz.slice(0, 50), intensity: intensity.slice(0, 50) },
      ONE_DALTON_BINS,
      workspace,
    );
    const again = runRecipe(SPECTRACL_1, { mz, intensity }, ONE_DALTON_BINS, workspace);
    expect(again).toEqual(fresh);
    expect(workspace.binStarts(mz, ONE_DALTON_BINS)).toBe(workspace.binStarts(mz, ONE_DALTON_BINS));
  });

  it('gives all zeros for all zeros', () => {
    const zeros = new Float64Array(3000);
    const vector = runRecipe(SPECTRACL_1, { mz, intensity: zeros }, ONE_DALTON_BINS);
    expect(vector).toEqual(new Float64Array(19_049));
  });

  it('never changes the spectrum', () => {
    const before = intensity.slice();
    runRecipe(SPECTRACL_1, { mz, intensity }, ONE_DALTON_BINS);
    expect(intensity).toEqual(before);
  });
});
