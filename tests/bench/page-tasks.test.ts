import { expect, it } from 'vitest';
import { longAmong } from './page-tasks';

const NAME = { name: 'thread_name', ph: 'M', pid: 1 } as const;
const TASK = 'ThreadControllerImpl::RunTask';
const task = (tid: number, dur: number, tdur: number, name = TASK, ts = 0) => ({
  ...{ name, ph: 'X', pid: 1 },
  ...{ tid, ts, dur, tdur },
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
    { duration: 90, processor: 70.5, collecting: 0 },
    { duration: 60, processor: 21, collecting: 0 },
  ]);
});

it('counts the collector of garbage only on the page’s thread, and only within the task', () => {
  const events = [
    { ...NAME, tid: 7, args: { name: 'CrRendererMain' } },
    task(7, 80_000, 70_000, TASK, 1_000),
    task(7, 40_000, 30_500, 'MajorGC', 2_000),
    task(7, 3_000, 2_000, 'MinorGC', 60_000),
    task(7, 3_000, 2_500, 'MinorGC', 90_000),
    task(8, 3_000, 2_500, 'MinorGC', 5_000),
    task(7, 3_000, 2_500, 'v8.callFunction', 5_000),
  ];
  expect(longAmong(events)).toEqual([{ duration: 80, processor: 70, collecting: 32.5 }]);
});

it('does not take a record without the page for a page without long tasks', () => {
  expect(() => longAmong([task(7, 60_000, 21_000)])).toThrow('page');
});
