import { expect, it } from 'vitest';
import { inBoth, watchStandstills } from './standstill';

it('finds the times that lie in a span of both lists', () => {
  const some = [
    [10, 20],
    [30, 60],
  ] as const;
  const others = [
    [5, 12],
    [20, 30],
    [35, 40],
    [50, 70],
  ] as const;
  expect(inBoth(some, others)).toEqual([
    [10, 12],
    [35, 40],
    [50, 60],
  ]);
  expect(inBoth(some, [])).toEqual([]);
});

it('gives times in order and within the watch, or null where it may not watch', async () => {
  const begin = Number(process.hrtime.bigint()) / 1e6;
  const spans = await watchStandstills()();
  const end = Number(process.hrtime.bigint()) / 1e6;
  const times = [begin, ...(spans ?? []).flat(), end];
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});
