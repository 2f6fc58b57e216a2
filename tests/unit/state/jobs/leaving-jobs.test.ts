import { expect, it } from 'vitest';
import { describeLeaving, leavingJobs } from '../../../../src/state/jobs/leaving-jobs';
import { jobRecord } from '../../storage/records';

const day = 86_400_000;
const now = 100 * day;
const none = new Set<string>();
const job = (token: string, days: number, changes: Parameters<typeof jobRecord>[0] = {}) =>
  jobRecord({ token, createdAt: days * day, status: 'completed', ...changes });
const jobs = [
  job('young', 99),
  job('older', 39),
  job('running', 39, { status: 'running' }),
  job('at-the-limit', 40, { status: 'failed' }),
  job('oldest', 38),
  job('damaged', NaN, { status: 'damaged' }),
];
const tokens = (leaving: ReturnType<typeof leavingJobs>) => [
  leaving.now.map((one) => one.job.token),
  leaving.later.map((one) => one.job.token),
];

it('the jobs that go now are those that are older and have ended, and the others follow in their order', () => {
  expect(tokens(leavingJobs(jobs, none, 60, now))).toEqual([
    ['oldest', 'older'],
    ['at-the-limit', 'young'],
  ]);
  expect(tokens(leavingJobs(jobs, none, 1, now))).toEqual([
    ['oldest', 'older', 'at-the-limit'],
    ['young'],
  ]);
  expect(tokens(leavingJobs([], none, 1, now))).toEqual([[], []]);
});

it('those that a person keeps do not go', () => {
  expect(tokens(leavingJobs(jobs, new Set(['older']), 60, now))[0]).toEqual(['oldest']);
});

it('each says when it goes', () => {
  const { now: due, later } = leavingJobs(jobs, none, 60, now);
  expect(describeLeaving(due[0]!, now)).toBe('now');
  expect(describeLeaving(later[1]!, now)).toMatch(/^on \d+ \w+ 1970$/);
});
