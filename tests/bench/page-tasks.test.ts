import { expect, it } from 'vitest';
import { longAmong } from './page-tasks';

const NAME = { name: 'thread_name', ph: 'M', pid: 1 } as const;
const task = (tid: number, dur: number, tdur: number, name = 'ThreadControllerImpl::RunTask') => ({
  ...{ name, ph: 'X', pid: 1 },
  ...{ tid, dur, tdur },
});

it('finds the long tasks of the page, and how long each had a processor', () => {
  const events = [
    { ...NAME, tid: 7, args: { name: 'CrRendererMain' } },
    { ...NAME, tid: 8, args: { name: 'DedicatedWorker thread' } },
    task(7, 60_000, 21_000),
    task(7, 90_000, 70_500),
    task(7, 50_000, 50_000),
    task(8, 99_000, 99_000),
    task(7, 99_000, 99_000, 'RunTask'),
  ];
  expect(longAmong(events)).toEqual([
    { duration: 90, processor: 70.5 },
    { duration: 60, processor: 21 },
  ]);
});

it('does not take a record without the page for a page without long tasks', () => {
  expect(() => longAmong([task(7, 60_000, 21_000)])).toThrow('page');
});
