import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCounts } from '../../../src/core/bruker/parse-fid';
import type { BinAxis } from '../../../src/core/model-pack/types';
import { ONE_DALTON_BINS, TEN_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { processProfile } from '../../../src/core/preprocess/process-profile';
import { type Recipe, SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../src/core/preprocess/run-recipe';
import type { Spectrum } from '../../../src/core/spectrum/spectrum';
import type { Preprocessor } from '../../../src/kernel/preprocessor';
import { firstDifference, kernelPreprocessor } from './kernel';

/** Counts with a slope, waves and spikes. No two neighbours are equal, and each run gives the same. */
function spectrum(points: number, start = 1940, step = 0.9): Spectrum {
  return {
    mz: Float64Array.from({ length: points }, (_, i) => start + step * i * (1 + i / 1e5)),
    intensity: Float64Array.from({ length: points }, (_, i) =>
      Math.round(4e4 * Math.exp(-i / 300) + 900 * (1 + Math.sin(i * i)) + (i % 37 === 5 ? 3e4 : 0)),
    ),
  };
}

/** A recipe that is quick in its plain form as well. */
const RECIPE_WITHOUT_BASELINE: Recipe = {
  id: 'quick',
  steps: SPECTRACL_1.steps.filter(({ kind }) => kind !== 'subtract-baseline'),
};

const FEW_BINS: BinAxis = { first: 1950, width: 3, count: 120 };

describe('the kernel', () => {
  const kernel = kernelPreprocessor();

  it.each([21, 22, 199, 200, 201, 202, 203, 1535, 1536, 1537, 6585, 6586, 6587, 21_424])(
    'gives the same bins as the plain steps for %i points, to the last bit',
    (points) => {
      for (const bins of [FEW_BINS, TEN_DALTON_BINS, ONE_DALTON_BINS]) {
        expectSame(kernel, SPECTRACL_1, spectrum(points), bins);
      }
    },
  );

  it('gives bins that are not all zero for a spectrum of 250 points', () => {
    const vector = kernel.run(SPECTRACL_1, spectrum(250), FEW_BINS);
    expect(vector.filter((value) => value > 0).length).toBeGreaterThan(10);
  });

  it('follows the recipe with other settings, other steps and another order', () => {
    const recipes: readonly Recipe[] = [
      { id: 'none', steps: [] },
      { id: 'bare', steps: [{ kind: 'normalise' }] },
      {
        id: 'wide',
        steps: [
          { kind: 'smooth', window: 41, order: 4 },
          { kind: 'clip' },
          { kind: 'square-root' },
          { kind: 'smooth', window: 5, order: 2 },
          { kind: 'subtract-baseline', iterations: 37 },
        ],
      },
      {
        id: 'twice',
        steps: [
          { kind: 'subtract-baseline', iterations: 9 },
          { kind: 'subtract-baseline', iterations: 100 },
          { kind: 'normalise' },
        ],
      },
    ];
    for (const recipe of recipes) {
      for (const points of [0, 1, 2, 3, 50, 301, 2001].filter(fits(recipe))) {
        expectSame(kernel, recipe, spectrum(points), FEW_BINS);
      }
    }
  });

  it('gives zeros for a spectrum without any signal, as the reference does', () => {
    const { mz } = spectrum(3000);
    const vector = kernel.run(SPECTRACL_1, { mz, intensity: new Float64Array(3000) }, FEW_BINS);
    expect(vector).toEqual(new Float64Array(FEW_BINS.count));
  });

  it('does not change its input, and returns a new array each time', () => {
    const given = spectrum(900);
    const before = structuredClone(given);
    const first = kernel.run(SPECTRACL_1, given, FEW_BINS);
    const copy = first.slice();
    const second = kernel.run(SPECTRACL_1, spectrum(901), FEW_BINS);
    expect(given).toEqual(before);
    expect(first).toEqual(copy);
    expect(second.buffer).not.toBe(first.buffer);
    expect(first.buffer.byteLength).toBe(8 * FEW_BINS.count);
  });

  it('alternates between short and long spectra and many axes without mixing them up', () => {
    const fresh = kernelPreprocessor();
    // 20 axes of 21,424 points are more than are kept at a time.
    const axes = Array.from({ length: 20 }, (_, a) => spectrum(21_424, 1900 + a, 0.8 + a / 100));
    const given = [spectrum(300), ...axes, spectrum(30_000), ...axes.slice(0, 2), spectrum(301)];
    for (const one of given) expectSame(fresh, RECIPE_WITHOUT_BASELINE, one, ONE_DALTON_BINS);
  });

  it('leaves spectra to the plain steps that are too long for its memory', () => {
    const long = spectrum(2 ** 18 + 1, 1950, 0.05);
    expectSame(kernel, RECIPE_WITHOUT_BASELINE, long, FEW_BINS);
  });

  it('refuses what the plain steps refuse', () => {
    expect(() => kernel.run(SPECTRACL_1, spectrum(20), FEW_BINS)).toThrow(RangeError);
  });
});

function fits({ steps }: Recipe): (points: number) => boolean {
  return (points) => steps.every((step) => step.kind !== 'smooth' || step.window <= points);
}

function expectSame(kernel: Preprocessor, recipe: Recipe, given: Spectrum, bins: BinAxis): void {
  const expected = runRecipe(recipe, given, bins);
  expect(firstDifference(kernel.run(recipe, given, bins), expected)).toBe(-1);
  const { points, binned } = kernel.profile(recipe, given, bins);
  expect(firstDifference(points, processProfile(recipe, given))).toBe(-1);
  expect(firstDifference(binned, expected)).toBe(-1);
}

describe('the kernel’s decoding of counts', () => {
  const kernel = kernelPreprocessor();

  it('gives the same as the plain one in every bit, for any counts and either byte order', () => {
    const count = fc.oneof(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(count, { maxLength: 70 }),
        fc.boolean(),
        fc.nat(7),
        (counts, isLittle, at) => {
          const bytes = new Uint8Array(at + 4 * counts.length);
          const view = new DataView(bytes.buffer, at);
          counts.forEach((value, i) => view.setInt32(4 * i, value, isLittle));
          const own = bytes.subarray(at);
          const [plain, fast] = [0, 1].map(() => new Float64Array(counts.length).fill(-1));
          const expected = decodeCounts(own, counts.length, isLittle, plain!);
          expect(kernel.decodeCounts(own, counts.length, isLittle, fast!)).toEqual(expected);
          expect(firstDifference(fast!, plain!)).toBe(-1);
        },
      ),
    );
  });

  it('adds a million of the largest counts exactly, also beyond what it is made for', () => {
    for (const points of [200_000, 1_000_000]) {
      const counts = new Int32Array(points).fill(2 ** 31 - 1);
      const out = new Float64Array(points);
      expect(kernel.decodeCounts(new Uint8Array(counts.buffer), points, true, out)).toEqual({
        total: points * (2 ** 31 - 1),
        largest: 2 ** 31 - 1,
        negative: 0,
      });
    }
  });
});
