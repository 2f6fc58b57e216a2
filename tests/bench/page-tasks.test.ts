import { expect, it } from 'vitest';
import { longAmong, recordsLine, tasksOf } from './page-tasks';

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
  expect(longAmong(events, null)).toEqual([
    { at: 0, duration: 90, processor: 70.5, collecting: 0, standing: null, cause: null },
    { at: 0, duration: 60, processor: 21, collecting: 0, standing: null, cause: null },
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
  expect(longAmong(events, null)).toEqual([
    { at: 0, duration: 80, processor: 70, collecting: 32.5, standing: null, cause: null },
  ]);
});

it('names when a task began, and what began it', () => {
  const events = [
    { ...NAME, tid: 7, args: { name: 'CrRendererMain' } },
    task(7, 4_000, 3_000, 'FireAnimationFrame', 5_000),
    task(7, 80_000, 70_000, TASK, 205_000),
    task(7, 70_000, 60_000, 'TimerFire', 206_000),
    task(8, 90_000, 60_000, 'FireIdleCallback', 200_000),
    task(7, 60_000, 50_000, TASK, 300_000),
  ];
  expect(longAmong(events, null).map(({ at, cause }) => [at, cause])).toEqual([
    [200, 'TimerFire'],
    [295, null],
  ]);
});

it('tells for how long of a task the machine stood still', () => {
  const events = [
    { ...NAME, tid: 7, args: { name: 'CrRendererMain' } },
    task(7, 80_000, 70_000, TASK, 1_000_000),
  ];
  const spans = [
    [900, 950],
    [990, 1_002],
    [1_010, 1_050.5],
    [1_079, 1_100],
  ] as const;
  expect(longAmong(events, spans)[0]?.standing).toBe(2 + 40.5 + 1);
  expect(longAmong(events, [])[0]?.standing).toBe(0);
});

const long = (
  duration: number,
  processor: number,
  collecting: number,
  standing: number | null = 0,
) => ({ ...{ at: 2_600, cause: 'TimerFire' }, duration, processor, collecting, standing });

it('tells of each record the longest time of a processor without the collector, and their median', () => {
  const line = recordsLine([[long(90, 40, 35), long(60, 30, 0)], [long(101, 98, 0)], []]);
  expect(line).toContain('in 3 recorded runs: 30 ms, 98 ms, 0 ms; the median 30 ms.');
  expect(line).toContain(
    'most: 101 ms (98 ms of a processor, 0 ms of them collecting garbage; the machine stood still: 0 ms; at 2.6 s, TimerFire).',
  );
});

it('tells of each record what is left without the times in which the machine stood still', () => {
  const line = recordsLine([[long(101, 98, 0, 60), long(60, 45, 0)], [long(60, 50, 0, 55)]]);
  expect(line).toContain('stood still: 45 ms, 0 ms; aim: at most 50 ms.');
});

it('says where nobody could watch the machine', () => {
  expect(recordsLine([[long(101, 98, 0, null)]])).toContain('stood still: not known, since');
});

it('tells of the longest tasks only, and how many more there are', () => {
  expect(tasksOf([])).toBe('none');
  expect(tasksOf(Array.from({ length: 12 }, () => long(60, 50, 0)))).toMatch(/, and 2 more$/);
});

it('does not take a record without the page for a page without long tasks', () => {
  expect(() => longAmong([task(7, 60_000, 21_000)], null)).toThrow('page');
});
