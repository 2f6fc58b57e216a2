import { describe, expect, it } from 'vitest';
import { findProfilePeaks } from '../../../../src/core/peaks/find-profile-peaks';
import { ONE_DALTON_BINS, TEN_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { processProfile } from '../../../../src/core/preprocess/process-profile';
import { SPECTRACL_1 } from '../../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../../src/core/preprocess/run-recipe';
import { Workspace } from '../../../../src/core/preprocess/workspace';
import { LISTED_PEAKS } from '../../../../src/core/spectrum/real-peaks';
import { viewSpectrum } from '../../../../src/core/spectrum/spectrum-view';

/** An instrument's axis: points are evenly spaced in time, which is the square root of m/z. */
const mz = Float64Array.from({ length: 21_000 }, (_, i) => (44.5 + i * 0.0048) ** 2);

/** Returns bell-shaped peaks over a floor that is not level. */
function counts(peaks: readonly { readonly at: number; readonly height: number }[]): Float64Array {
  return mz.map((here, i) => {
    const noise = 40 + 8 * Math.sin(i * 12.9898) + 5 * Math.cos(i * 4.1414);
    return peaks.reduce(
      (sum, { at, height }) => sum + height * Math.exp(-0.5 * ((here - at) / (at / 1_500)) ** 2),
      noise + 400 * Math.exp(-here / 3_000),
    );
  });
}

const planted = [
  { at: 4_365.3, height: 900 },
  { at: 5_280, height: 6_000 },
  { at: 5_294, height: 1_500 },
  { at: 7_742.9, height: 2_500 },
  { at: 10_078.6, height: 700 },
];
const spectrum = { mz, intensity: counts(planted) };

describe('the processed profile', () => {
  it('is the profile that is binned', () => {
    const profile = processProfile(SPECTRACL_1, spectrum);
    const binned = runRecipe(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
    const inBin = Array.from(profile).filter((_, i) => mz[i]! >= 5_280 && mz[i]! < 5_281);
    const mean = inBin.reduce((sum, value) => sum + value, 0) / inBin.length;
    expect(inBin.length).toBeGreaterThan(0);
    expect(binned[5_280 - 1_950]).toBeCloseTo(mean, 15);
  });

  it('is never negative, does not change its input, and lies in the workspace', () => {
    const before = spectrum.intensity.slice();
    const workspace = new Workspace();
    const profile = processProfile(SPECTRACL_1, spectrum, workspace);
    expect(profile.every((value) => value >= 0)).toBe(true);
    expect(spectrum.intensity).toEqual(before);
    expect(workspace.spare(mz.length, new Float64Array(0))).toBeInstanceOf(Float64Array);
  });
});

describe('the peaks of a profile', () => {
  const profile = processProfile(SPECTRACL_1, spectrum);
  const values = runRecipe(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
  const binned = { bins: ONE_DALTON_BINS, values };
  const strong = findProfilePeaks(mz, profile, binned, 8);

  it('are exactly the planted ones, within 50 ppm', () => {
    expect(strong.mz).toHaveLength(planted.length);
    planted.forEach(({ at }, i) => expect(Math.abs(strong.mz[i]! - at)).toBeLessThan(at * 50e-6));
  });

  it('have the height of their apex', () => {
    strong.point.forEach((point, i) => {
      expect(strong.height[i]).toBe(profile[point]);
      expect(profile[point]).toBeGreaterThanOrEqual(profile[point - 1]!);
      expect(profile[point]).toBeGreaterThanOrEqual(profile[point + 1]!);
    });
  });

  it('are fewer with a higher limit over the noise', () => {
    const some = findProfilePeaks(mz, profile, binned, 3);
    expect(some.mz.length).toBeGreaterThanOrEqual(strong.mz.length);
    expect(Math.min(...some.overNoise)).toBeGreaterThanOrEqual(3);
  });

  it('are none in an empty spectrum', () => {
    const nothing = { bins: ONE_DALTON_BINS, values: new Float64Array(ONE_DALTON_BINS.count) };
    expect(findProfilePeaks(mz, new Float64Array(mz.length), nothing, 3).mz).toHaveLength(0);
  });

  it('include a flat top once', () => {
    const flat = new Float64Array(mz.length);
    flat.set([0, 1, 2, 2, 2, 1, 0], 8_000);
    const found = findProfilePeaks(mz, flat, binned, 0);
    expect(found.mz).toHaveLength(1);
    expect(found.point[0]).toBe(8_002);
  });
});

describe('a spectrum to be shown', () => {
  it('has every stage, in separate arrays', () => {
    const view = viewSpectrum(SPECTRACL_1, spectrum, TEN_DALTON_BINS);
    expect(view.raw).toEqual(spectrum.intensity);
    expect(view.mz).toEqual(spectrum.mz);
    for (const array of [view.mz, view.raw]) {
      expect(array.buffer).not.toBe(spectrum.mz.buffer);
      expect(array.buffer).not.toBe(spectrum.intensity.buffer);
    }
    expect(view.processed).toEqual(processProfile(SPECTRACL_1, spectrum));
    expect(view.binned.bins).toEqual(TEN_DALTON_BINS);
    expect(view.binned.values).toEqual(runRecipe(SPECTRACL_1, spectrum, TEN_DALTON_BINS));
  });

  it('keeps its stages when the next spectrum is read', () => {
    const workspace = new Workspace();
    const first = viewSpectrum(SPECTRACL_1, spectrum, ONE_DALTON_BINS, workspace);
    const kept = first.processed.slice();
    viewSpectrum(
      SPECTRACL_1,
      { mz, intensity: counts([{ at: 9_000, height: 900 }]) },
      ONE_DALTON_BINS,
      workspace,
    );
    expect(first.processed).toEqual(kept);
  });

  it('has the counts at each peak’s apex, and lists no peak without counts', () => {
    const { peaks, mz: axis, raw } = viewSpectrum(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
    expect(peaks.overNoise.every((ratio) => ratio >= LISTED_PEAKS)).toBe(true);
    const tallest = peaks.height.indexOf(Math.max(...peaks.height));
    const near = axis.findIndex((here) => here >= peaks.mz[tallest]!);
    expect(peaks.counts[tallest]).toBe(Math.max(...raw.subarray(near - 2, near + 3)));
    expect(peaks.counts.every((value) => value > 0)).toBe(true);
  });
});
