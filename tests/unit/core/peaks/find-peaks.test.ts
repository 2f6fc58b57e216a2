import { describe, expect, it } from 'vitest';
import { fillEmptyBins } from '../../../../src/core/peaks/fill-empty-bins';
import { findPeaks } from '../../../../src/core/peaks/find-peaks';
import { estimateLocalNoise, NOISE_BLOCK } from '../../../../src/core/peaks/local-noise';

const bins = { first: 1950, width: 1, count: 2800 };

describe('fillEmptyBins', () => {
  it('sets an empty bin to the mean of its neighbours, which count as 0 beyond the ends', () => {
    expect([...fillEmptyBins([0, 4, 0, 2, 0, 0, 6], 9)]).toEqual([2, 4, 3, 2, 1, 3, 6, 3, 0]);
  });
});

describe('estimateLocalNoise', () => {
  it('equals the level of a flat spectrum', () => {
    expect([...estimateLocalNoise(new Float64Array(3 * NOISE_BLOCK).fill(7))]).toEqual([7, 7, 7]);
  });

  it('caps high values, twice', () => {
    // In one block, 27 bins are 1 and one is 29. The mean is 2; with a cap of 3 it is 30/28; with a cap of
    // twice that it is (27 + 60/28) / 28.
    const block = new Float64Array(NOISE_BLOCK).fill(1);
    block[5] = 29;
    expect(estimateLocalNoise(block)[0]).toBeCloseTo((27 + 60 / 28) / 28, 12);
  });

  it('averages over 11 blocks on either side', () => {
    const values = new Float64Array(30 * NOISE_BLOCK).fill(1);
    values.fill(2, 0, NOISE_BLOCK);
    const noise = estimateLocalNoise(values);
    expect(noise[11]).toBeGreaterThan(1);
    expect(noise[12]).toBe(1);
  });
});

describe('findPeaks', () => {
  function withPeak(heights: Record<number, number>): Float64Array {
    const vector = new Float64Array(bins.count).fill(1);
    for (const [at, height] of Object.entries(heights)) vector[Number(at)] = height;
    return vector;
  }

  it('places a peak at the vertex of the parabola through its three largest bins', () => {
    // For 10, 20, 12 the vertex is (10 - 12) / 2 / (10 + 12 - 40) = 1/18 bin to the right.
    const { peaks } = findPeaks(withPeak({ 1000: 10, 1001: 20, 1002: 12 }), bins, 5);
    expect([...peaks.mz]).toEqual([expect.closeTo(1950 + 1001.5 + 1 / 18, 9)]);
    expect([...peaks.height]).toEqual([20]);
    expect(peaks.overNoise[0]).toBeGreaterThan(19);
  });

  it('leaves out peaks that are too low', () => {
    expect(findPeaks(withPeak({ 1000: 4 }), bins, 5).peaks.mz.length).toBe(0);
    expect(findPeaks(withPeak({ 1000: 6 }), bins, 5).peaks.mz.length).toBe(1);
  });

  it('finds one peak for two maxima within 3 bins, and two beyond', () => {
    expect(findPeaks(withPeak({ 1001: 20, 1004: 30 }), bins, 5).peaks.mz.length).toBe(1);
    expect(findPeaks(withPeak({ 1001: 20, 1008: 30 }), bins, 5).peaks.mz.length).toBe(2);
  });

  it('does not mistake a slope for a peak', () => {
    const slope = withPeak({ 1002: 30, 1003: 40, 1004: 50, 1005: 40 });
    expect([...findPeaks(slope, bins, 5).peaks.height]).toEqual([50]);
  });

  it('finds nothing in an empty spectrum', () => {
    const { peaks, meanNoise } = findPeaks(new Float64Array(bins.count), bins, 5);
    expect(peaks.mz.length).toBe(0);
    expect(meanNoise).toBe(0);
  });
});
