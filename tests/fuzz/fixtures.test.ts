import { expect, it } from 'vitest';
import { readFixtures } from './fixtures';
import { findTarget } from './targets';

it.each([...readFixtures()])('%s is no finding any more', async (_, { target, input }) => {
  const endings = await findTarget(target).run(input);
  expect(endings.length).toBeGreaterThan(0);
});
