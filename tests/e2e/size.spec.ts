import { measureSizes } from '../../scripts/build/report-sizes';
import { DIST, expect, test } from './app';

test('the start page can be used after less than 150 kB', async () => {
  const { shell, background } = await measureSizes(DIST);
  expect(shell).toBeGreaterThan(10_000);
  expect(shell).toBeLessThan(150_000);
  // The runtime is the largest part, and is loaded later.
  expect(background).toBeGreaterThan(2_000_000);
});
