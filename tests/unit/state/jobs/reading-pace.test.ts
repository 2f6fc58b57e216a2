import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReadingPace } from '../../../../src/state/jobs/reading-pace';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Reads for some milliseconds. */
async function read(pace: ReadingPace, milliseconds: number): Promise<unknown> {
  const reading = pace.time(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return 'read';
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
  return reading;
}

/** The milliseconds after which the next read may begin. */
async function restOf(pace: ReadingPace): Promise<number> {
  let isOver = false;
  void pace.rest().then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(0);
  let waited = 0;
  for (; !isOver; waited++) await vi.advanceTimersByTimeAsync(1);
  return waited;
}

it('a quick read is followed by the next at once', async () => {
  const pace = new ReadingPace();
  expect(await read(pace, 40)).toBe('read');
  expect(await restOf(pace)).toBe(0);
});

it.each([
  [60, 240],
  [3_000, 2_000],
])('a read of %d ms is followed by a rest of %d ms, once', async (took, rest) => {
  const pace = new ReadingPace();
  await read(pace, took);
  expect(await restOf(pace)).toBe(rest);
  expect(await restOf(pace)).toBe(0);
});
