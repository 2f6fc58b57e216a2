import { describe, expect, it } from 'vitest';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../../src/core/bruker/read-acquisition';
import { ONE_DALTON_BINS, TEN_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../src/core/preprocess/run-recipe';
import { findRealPeaks } from '../../../src/core/spectrum/real-peaks';
import { viewSpectrum } from '../../../src/core/spectrum/spectrum-view';
import { firstDifference, kernelPreprocessor } from '../../unit/kernel/kernel';
import {
  type Files,
  hasReference,
  readOtherBacteria,
  readPlate,
  readSummary,
  readVector,
} from '../reference-data';

function readSpectra(files: Files) {
  const axes = new AxisCache();
  return [...files].flatMap(([path, fid]) => {
    if (!path.endsWith('/fid')) return [];
    const acqu = files.get(path.replace(/fid$/, 'acqu')) ?? null;
    const { uid, spectrum } = readAcquisition({ path, acqu, fid }, axes);
    return spectrum.ok ? [{ uid, spectrum: spectrum.value.spectrum }] : [];
  });
}

/** Returns the largest difference, as a fraction of the largest expected bin. */
function distance(vector: Float64Array, expected: Float64Array): number {
  const basePeak = expected.reduce((most, value) => Math.max(most, value), 0);
  return expected.reduce(
    (most, value, bin) => Math.max(most, Math.abs(vector[bin]! - value) / basePeak),
    0,
  );
}

describe.skipIf(!hasReference)('the kernel on the real spectra', () => {
  const kernel = kernelPreprocessor();
  const plate = hasReference ? readSpectra(readPlate()) : [];
  const summary = hasReference ? readSummary() : new Map<string, never>();
  const others = hasReference ? readSpectra(readOtherBacteria()) : [];

  it('covers 46 spectra of the plate and those of two other species', () => {
    expect(plate).toHaveLength(46);
    expect(others.length).toBeGreaterThan(40);
  });

  it.each([
    ['bins of 1 Da', ONE_DALTON_BINS],
    ['bins of 10 Da', TEN_DALTON_BINS],
  ])('gives the plain steps’ %s, to the last bit', (_, bins) => {
    for (const { spectrum } of [...plate, ...others]) {
      const expected = runRecipe(SPECTRACL_1, spectrum, bins);
      expect(firstDifference(kernel.run(SPECTRACL_1, spectrum, bins), expected)).toBe(-1);
    }
  });

  it('gives the profile and the peaks that are displayed of a spectrum, to the last bit', () => {
    for (const { spectrum } of [...plate, ...others]) {
      const view = viewSpectrum(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
      const { points, binned } = kernel.profile(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
      expect(firstDifference(points, view.processed)).toBe(-1);
      expect(firstDifference(binned, view.binned.values)).toBe(-1);
      const fine = { bins: ONE_DALTON_BINS, values: binned };
      const peaks = findRealPeaks(spectrum.mz, spectrum.intensity, points, fine);
      expect(peaks).toEqual(view.peaks);
    }
  });

  it.each(['KPN293', 'KPN297', 'KPN305', 'KPN313', 'KPN321'])(
    'agrees with the reference’s vector of %s within 1e-12 of the base peak, and exactly as float32',
    (analyte) => {
      const { spectrum } = plate.find(({ uid }) => summary.get(uid)?.analyte === analyte)!;
      const vector = kernel.run(SPECTRACL_1, spectrum, ONE_DALTON_BINS);
      const expected = readVector(analyte);
      expect(distance(vector, expected)).toBeLessThan(1e-12);
      expect(new Float32Array(vector)).toEqual(new Float32Array(expected));
    },
  );
});
