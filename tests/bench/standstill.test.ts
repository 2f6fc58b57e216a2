import { expect, it } from 'vitest';
import { longestStandstill, standstillLine } from './standstill';

it('reads the clocks in a process on each core', async () => {
  expect(await longestStandstill(0.2)).toBeGreaterThanOrEqual(0);
});

it('tells how long the machine stood still', () => {
  expect(standstillLine(23.4, 60)).toContain(
    'for 60 s: between two readings, this system counts a processor for up to 23 ms.',
  );
});
