import { describe, expect, it } from 'vitest';
import { countOlder } from '../../../../src/state/jobs/housekeeping';

describe('the jobs that would be removed', () => {
  const day = 86_400_000;
  const now = 100 * day;

  it('are those that are older and have ended', () => {
    const jobs = [
      { createdAt: 39 * day, status: 'completed' },
      { createdAt: 39 * day, status: 'running' },
      { createdAt: 40 * day, status: 'failed' },
      { createdAt: 99 * day, status: 'completed' },
    ] as const;
    expect(countOlder(jobs, 60, now)).toBe(1);
    expect(countOlder(jobs, 59, now)).toBe(2);
    expect(countOlder(jobs, 1, now)).toBe(2);
    expect(countOlder([], 1, now)).toBe(0);
  });
});
