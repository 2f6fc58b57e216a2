import { afterEach, expect, it, vi } from 'vitest';
import { runToEnd, type Interruptible } from '../../../src/core/interruptible';
import { inSlices, nextTask } from '../../../src/engine/in-slices';

afterEach(() => void vi.restoreAllMocks());

/** Adds the values, and records each partial sum. */
function* sumOf(values: readonly number[], noted: number[]): Interruptible<number> {
  let sum = 0;
  for (const value of values) {
    noted.push((sum += value));
    yield;
  }
  return sum;
}

/** Sets a clock that advances by so many milliseconds at each reading. */
function clock(milliseconds: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += milliseconds));
}

it('returns the result of the work, in one go or with pauses', async () => {
  expect(runToEnd(sumOf([1, 2, 3], []))).toBe(6);
  expect(await inSlices(sumOf([1, 2, 3], []))).toBe(6);
  expect(await inSlices(sumOf([], []))).toBe(0);
});

it('lets other tasks run after some milliseconds, the first time soon, and not after each step', async () => {
  clock(1);
  const noted: number[] = [];
  const turns: number[] = [];
  const look = (): void => {
    turns.push(noted.length);
    if (noted.length < 12) void nextTask().then(look);
  };
  void nextTask().then(look);
  expect(await inSlices(sumOf(Array<number>(12).fill(1), noted))).toBe(12);
  expect(turns.slice(0, 2)).toEqual([2, 10]);
});

it('returns null once it is aborted', async () => {
  clock(100);
  const noted: number[] = [];
  const stop = new AbortController();
  const working = inSlices(sumOf([1, 1, 1], noted), stop.signal);
  stop.abort();
  expect(await working).toBeNull();
  expect(noted).toEqual([1]);
});
