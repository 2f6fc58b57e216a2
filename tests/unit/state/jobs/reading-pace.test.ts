import { expect, it } from 'vitest';
import { ReadingPace } from '../../../../src/state/jobs/reading-pace';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function restOf(pace: ReadingPace): Promise<number> {
  const start = performance.now();
  await pace.rest();
  return performance.now() - start;
}

it('a quick read is followed by the next at once, and a long one by a rest', async () => {
  const pace = new ReadingPace();
  expect(await pace.time(() => Promise.resolve('read'))).toBe('read');
  expect(await restOf(pace)).toBeLessThan(40);
  await pace.time(() => wait(60));
  expect(await restOf(pace)).toBeGreaterThan(150);
  // It has had its rest.
  expect(await restOf(pace)).toBeLessThan(40);
});
