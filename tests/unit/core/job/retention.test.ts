import { describe, expect, it } from 'vitest';
import {
  type AgedJob,
  afterLook,
  cutoffOf,
  judgeRetention,
  NOTHING_TAKEN,
  planRetention,
  type RetentionMemory,
} from '../../../../src/core/job/retention';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const DAYS = 60;

/** A laboratory's computer, whose clock the test sets. */
class Laboratory {
  jobs: AgedJob[] = [];
  memory: RetentionMemory = NOTHING_TAKEN;
  now = START;
  days = DAYS;
  #made = 0;

  make(count: number): void {
    for (let i = 0; i < count; i++) {
      this.jobs.push({ token: `job-${this.#made++}`, createdAt: this.now });
    }
  }

  /** Looks for old jobs, as the app does at its start and each day. */
  look() {
    const clock = { days: this.days, now: this.now };
    const written = Math.max(-Infinity, ...this.jobs.map(({ createdAt }) => createdAt));
    const verdict = judgeRetention(this.jobs, this.memory, written, clock);
    if (verdict.doubt === null) this.#remove(verdict.due);
    return verdict;
  }

  /** The person agrees that they are removed. */
  agree(): void {
    const clock = { days: this.days, now: this.now };
    const written = Math.max(-Infinity, ...this.jobs.map(({ createdAt }) => createdAt));
    this.#remove(judgeRetention(this.jobs, this.memory, written, clock).due);
    this.memory = { ...this.memory, answered: Math.max(written, this.memory.seen ?? 0) };
  }

  #remove(due: readonly AgedJob[]): void {
    const clock = { days: this.days, now: this.now };
    this.jobs = this.jobs.filter((job) => !due.includes(job));
    this.memory = afterLook(this.memory, due.length, new Set(), clock);
  }
}

/** A laboratory that created some jobs each day until it agreed to the first removal of old ones. */
function settled(jobsADay: number, days = 100): Laboratory {
  const lab = new Laboratory();
  for (let day = 0; day < days; day++) {
    lab.make(jobsADay);
    if (lab.look().doubt !== null) lab.agree();
    lab.now += DAY;
  }
  return lab;
}

describe('retention', () => {
  it('asks before it removes anything for the first time', () => {
    const lab = new Laboratory();
    lab.make(1);
    lab.now += 61 * DAY;
    expect(lab.look()).toMatchObject({ due: [{ token: 'job-0' }], doubt: { kind: 'first' } });
    expect(lab.jobs).toHaveLength(1);
  });

  it.each([1, 3, 40])('never asks again in a laboratory of %i jobs a day', (jobsADay) => {
    const lab = settled(jobsADay, 62);
    for (let day = 0; day < 120; day++) {
      lab.make(jobsADay);
      expect(lab.look().doubt).toBeNull();
      lab.now += DAY;
    }
    expect(lab.jobs.length).toBeLessThanOrEqual(61 * jobsADay);
  });

  it('does not ask on the day after a busier one', () => {
    const lab = settled(1, 63);
    for (let day = 0; day < 70; day++) {
      lab.make(day === 3 ? 30 : 1);
      expect(lab.look().doubt).toBeNull();
      lab.now += DAY;
    }
    expect(lab.jobs.length).toBeLessThan(65);
  });

  it.each([
    ['a year', 365],
    ['two months', 61],
    ['a month', 32],
  ])('removes nothing after the clock jumped ahead by %s', (_, days) => {
    const lab = settled(2);
    const before = lab.jobs.length;
    lab.now += days * DAY;
    expect(lab.look().doubt).toMatchObject({ kind: 'more' });
    expect(lab.jobs).toHaveLength(before);
  });

  it('does not ask after two weeks in which the app was not open', () => {
    const lab = settled(2);
    lab.now += 14 * DAY;
    expect(lab.look()).toMatchObject({ doubt: null });
  });

  it('asks if the old jobs are all there are', () => {
    const lab = settled(1, 62);
    lab.now += 365 * DAY;
    expect(lab.look().doubt?.kind).toBe('more');
    expect(lab.jobs.length).toBeGreaterThan(50);
    // It asks each time, until somebody answers.
    lab.now += DAY;
    expect(lab.look().doubt?.kind).toBe('more');
    // The clock is corrected.
    lab.now -= 366 * DAY;
    expect(lab.look()).toMatchObject({ doubt: null });
    expect(lab.jobs.length).toBeGreaterThan(50);
  });

  it('does not count what was removed more than a month ago, or in the future', () => {
    const taken = [
      { at: START - 40 * DAY, jobs: 100 },
      { at: START + 90 * DAY, jobs: 100 },
    ];
    const memory = { ...NOTHING_TAKEN, taken };
    const jobs = [{ token: 'a', createdAt: START - 70 * DAY }];
    const clock = { days: DAYS, now: START };
    expect(judgeRetention(jobs, { ...memory, answered: START + 90 * DAY }, START, clock)).toEqual({
      due: jobs,
      doubt: { kind: 'more', taken: 0 },
    });
  });

  it('asks if the clock is behind the newest job, until somebody answers', () => {
    const lab = settled(2);
    // The job is from a day on which the clock was a year ahead.
    lab.jobs.push({ token: 'ahead', createdAt: lab.now + 365 * DAY });
    lab.now += DAY;
    expect(lab.look().doubt).toEqual({ kind: 'clock', written: lab.now + 364 * DAY });
    lab.agree();
    lab.now += DAY;
    expect(lab.look()).toMatchObject({ doubt: null, due: [{}, {}] });
    expect(lab.jobs.some(({ token }) => token === 'ahead')).toBe(true);
  });

  it('is not misled by a job that was created when the clock had lost its time', () => {
    const lab = settled(0, 1);
    lab.memory = { ...lab.memory, taken: [{ at: lab.now - 40 * DAY, jobs: 1 }] };
    lab.now += DAY;
    lab.jobs.push({ token: 'of-1970', createdAt: 0 });
    expect(lab.look().doubt).toEqual({ kind: 'more', taken: 0 });
  });

  it('asks if the number of days was reduced', () => {
    const lab = settled(2);
    lab.days = 2;
    expect(lab.look().doubt).toMatchObject({ kind: 'more' });
  });

  it('leaves jobs that a person keeps, and judges them again when they are no longer old', () => {
    const lab = settled(1, 62);
    lab.now += 365 * DAY;
    const { due } = lab.look();
    const old = new Set(due.map(({ token }) => token));
    const clock = { days: DAYS, now: lab.now };
    lab.memory = afterLook({ ...lab.memory, kept: [...old] }, 0, old, clock);
    expect(lab.look()).toEqual({ due: [], doubt: null });
    lab.now -= 365 * DAY;
    lab.look();
    expect(lab.memory.kept).toEqual([]);
  });

  it('counts the age of a job from a file from its coming here', () => {
    const old = { token: 'a', createdAt: START - 365 * DAY, imported: { at: START } };
    const before = { days: DAYS, now: START + DAYS * DAY };
    const after = { days: DAYS, now: before.now + DAY };
    expect(judgeRetention([old], NOTHING_TAKEN, START, before).due).toEqual([]);
    expect(judgeRetention([old], NOTHING_TAKEN, START, after).due).toEqual([old]);
    expect(planRetention([old], new Set(), DAYS)).toEqual([{ job: old, at: before.now }]);
  });

  it('counts ages in days of 24 hours, and a job of the future as no days old', () => {
    expect(cutoffOf({ days: 1, now: START })).toBe(START - DAY);
    const jobs = [{ token: 'a', createdAt: START + DAY }];
    const clock = { days: 1, now: START };
    expect(judgeRetention(jobs, NOTHING_TAKEN, START, clock)).toEqual({ due: [], doubt: null });
  });
});
