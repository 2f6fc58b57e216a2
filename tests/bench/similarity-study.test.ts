import { describe, expect, it } from 'vitest';
import { BIN, BINNED_FROM } from '../../src/core/similarity/bins';
import { compareAll, similarityOf } from '../../src/core/similarity/compare-all';
import { aligned, comparePairs } from './similarity-choice';
import { areaUnderCurve, randomFrom } from './similarity-study';

it('the area under the curve counts pairs, and equals by half', () => {
  expect(areaUnderCurve([2, 3], [0, 1])).toBe(1);
  expect(areaUnderCurve([0, 1], [2, 3])).toBe(0);
  // 1 > 0, 1 = 1, 3 > 0, 3 > 1.
  expect(areaUnderCurve([1, 3], [0, 1])).toBe(3.5 / 4);
  expect(areaUnderCurve([], [1])).toBeNull();
});

describe('what is tried in place of the bins in use', () => {
  it('has theirs among it, to the accuracy of a stored similarity', () => {
    const random = randomFrom(7);
    const spectra = ['a', 'a', 'b'].map((species) => ({
      run: '',
      species,
      isolate: '',
      isSure: true,
      peaks: {
        mz: Float64Array.from({ length: 40 }, (_, i) => 3_000 + 200 * i + 2 * random()),
        height: Float64Array.from({ length: 40 }, random),
      },
    }));
    const similarity = compareAll(spectra.map(({ peaks }) => peaks));
    const { same, other } = comparePairs(aligned(spectra), {
      from: BINNED_FROM,
      bin: BIN,
      power: 0.5,
    });
    expect(same).toEqual([expect.closeTo(similarityOf(similarity, 0, 1), 4)]);
    expect(other).toEqual([
      expect.closeTo(similarityOf(similarity, 0, 2), 4),
      expect.closeTo(similarityOf(similarity, 1, 2), 4),
    ]);
  });
});
