import { expect, it } from 'vitest';
import { areaUnderCurve } from './similarity-study';

it('the area under the curve counts pairs, and equals by half', () => {
  expect(areaUnderCurve([2, 3], [0, 1])).toBe(1);
  expect(areaUnderCurve([0, 1], [2, 3])).toBe(0);
  // 1 > 0, 1 = 1, 3 > 0, 3 > 1.
  expect(areaUnderCurve([1, 3], [0, 1])).toBe(3.5 / 4);
  expect(areaUnderCurve([], [1])).toBeNull();
});
