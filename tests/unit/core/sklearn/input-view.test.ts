import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionTree } from '../../../../src/core/sklearn/decision-tree';
import { largestFloat32 } from '../../../../src/core/sklearn/float32-threshold';
import { type ColumnStep, InputView } from '../../../../src/core/sklearn/input-view';

/** Makes a tree with one split. */
const stump = (feature: number, threshold: number): DecisionTree => ({
  features: 3,
  columns: 1,
  left: Float64Array.of(1, -1, -1),
  right: Float64Array.of(2, -1, -1),
  feature: Float64Array.of(feature, -2, -2),
  threshold: Float64Array.of(threshold, -2, -2),
  values: Float64Array.of(0, 1, 2),
});

const step = (centres: readonly number[], scales: readonly number[]): ColumnStep => ({
  apply: (value, column) => (value - centres[column]!) / scales[column]!,
  express: (of) => of,
});

const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 });

describe('a tree after scalers', () => {
  it('sends every float32 to the same side as the scaled value', () => {
    const centre = fc.double({ noNaN: true, min: -10, max: 10 });
    const scale = fc.double({ noNaN: true, min: 1e-6, max: 100 });
    fc.assert(
      fc.property(
        centre,
        scale,
        centre,
        scale,
        float,
        fc.integer({ min: -3, max: 3 }),
        fc.boolean(),
        (c1, s1, c2, s2, x, steps, casts) => {
          const view = InputView.spectra()
            .scale(step([0, c1, 0], [1, s1, 1]), 3)
            .scale(step([0, c2, 0], [1, s2, 1]), 3);
          const seen = ((x - c1) / s1 - c2) / s2;
          const cast = casts ? Math.fround : (value: number) => value;
          // At the value itself, and a few float32 steps away.
          const threshold = Math.fround(seen) * (1 + steps * 2 ** -24);
          const tree = view.unfold(stump(1, threshold), casts);
          expect(x <= tree.threshold[0]!).toBe(cast(seen) <= threshold);
          expect(Math.fround(tree.threshold[0]!)).toBe(tree.threshold[0]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('uses the column that was picked', () => {
    const view = InputView.spectra()
      .pick([2, 0], 3)
      .scale(step([5, 7], [2, 4]), 2)
      .pick([1], 2);
    const tree = view.unfold(stump(0, 1), true);
    expect(tree.feature[0]).toBe(0);
    expect(tree.threshold[0]).toBe(11);
    const before = InputView.spectra()
      .scale(step([5, 7, 9], [2, 4, 8]), 3)
      .pick([2, 0], 3);
    const other = before.unfold(stump(0, 1), true);
    expect(other.feature[0]).toBe(2);
    expect(other.threshold[0]).toBe(17);
  });

  it('is the same tree if there are no scalers', () => {
    const tree = stump(1, 0.1);
    expect(InputView.spectra().unfold(tree, true)).toBe(tree);
  });
});

describe('the largest float32', () => {
  it.each([
    [() => true, 3.4028234663852886e38],
    [() => false, -Infinity],
    [(x: number) => x <= 0, 0],
    [(x: number) => x < 0, -(2 ** -149)],
    [(x: number) => x <= 0.1, 0.09999999403953552],
    [(x: number) => x <= -0.1, -0.10000000149011612],
  ])('for which %s holds is found', (holds, expected) => {
    expect(largestFloat32(holds)).toBe(expected);
  });
});
