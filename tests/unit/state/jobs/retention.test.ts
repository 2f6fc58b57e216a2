import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../../src/core/problem';
import { Retention } from '../../../../src/state/jobs/retention.svelte';
import { describeDoubt, describeDue } from '../../../../src/state/jobs/retention-words';
import { defaultSettings } from '../../../../src/storage/settings';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob, deleteJobs, listJobs } from '../../../../src/storage/jobs';
import { readRows, saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, sampleRow, tokens } from '../../storage/records';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 27);
const [first, second, third] = tokens;

let db: KtyperDatabase;
let now: number;
let days: number | null;
let problems: Problem[];
let retention: Retention;
beforeEach(() => {
  db = freshDatabase();
  now = NOW;
  days = 60;
  problems = [];
  retention = page();
});
afterEach(() => vi.useRealTimers());

function page(): Retention {
  const settings = {
    get values() {
      return { ...defaultSettings, purgeDays: days };
    },
  };
  return new Retention({
    db,
    settings,
    report: (problem) => problems.push(problem),
    now: () => now,
  });
}

async function add(token: string, age: number, changes = {}): Promise<void> {
  const createdAt = now - age * DAY;
  const record = jobRecord({ token, createdAt, status: 'completed', ...changes });
  value(await addJob(db, record));
}

async function listed(): Promise<string[]> {
  return value(await listJobs(db)).map(({ token }) => token);
}

describe('retention', () => {
  it('asks the first time, removes the jobs of the question with their rows, and later removes without asking', async () => {
    await add(first, 70);
    const batch = { spectra: [], samples: [sampleRow(0)], evidence: [], withdrawn: [] };
    value(await saveRows(db, first, batch, {}));
    await add(second, 59);
    expect(await retention.look()).toBe(0);
    expect(retention.question?.due.map(({ token }) => token)).toEqual([first]);
    expect(describeDue(retention.question!)).toBe(
      '1 job is older than 60 days. It is not removed yet.',
    );
    expect(describeDoubt(retention.question!)).toContain('It would be the first time');
    expect(await listed()).toEqual([second, first]);

    expect(await retention.remove()).toBe(1);
    expect(retention.question).toBeNull();
    expect(await listed()).toEqual([second]);
    expect(value(await readRows(db, first)).samples).toEqual([]);
    now += 1.2 * DAY;
    expect(await page().look()).toBe(1);
    expect(await listed()).toEqual([]);
  });

  it('removes nothing after the clock jumped, in any tab, and drops the question when the clock is right', async () => {
    await add(third, 70);
    await retention.look();
    await retention.remove();
    await add(first, 10);
    await add(second, 20);
    now += 400 * DAY;
    const other = page();
    for (const one of [retention, other, page()]) {
      expect(await one.look()).toBe(0);
      expect(one.question?.due.map(({ token }) => token)).toEqual([second, first]);
      expect(describeDoubt(one.question!)).toContain('In the last month, 0 jobs were removed');
    }
    now -= 400 * DAY;
    expect(await other.look()).toBe(0);
    expect(other.question).toBeNull();
    expect(await listed()).toEqual([first, second]);
    // A tab with an old question removes the jobs of that question, and skips those that another tab has
    // removed.
    expect(await retention.remove()).toBe(2);
    expect(await other.remove()).toBe(0);
  });

  it('keeps the jobs that a person keeps, and asks about others only', async () => {
    await add(first, 70);
    await retention.look();
    await retention.keep();
    expect(retention.question).toBeNull();
    now += 5 * DAY;
    expect(await page().look()).toBe(0);
    await add(second, 80);
    await retention.look();
    expect(retention.question?.due.map(({ token }) => token)).toEqual([second]);
    expect(await retention.remove()).toBe(1);
    expect(await listed()).toEqual([first]);
  });

  it('asks if the clock is behind the newest job', async () => {
    await add(first, 70, { finishedAt: NOW + 9 * DAY });
    await db.settings.put({
      key: 'retention',
      value: {
        taken: [{ at: NOW - DAY, jobs: 50 }],
        settled: NOW - 61 * DAY,
        seen: NOW - DAY,
        answered: null,
        kept: [],
      },
    });
    expect(await retention.look()).toBe(0);
    expect(describeDoubt(retention.question!)).toContain('but something was written here on');
  });

  it.each(['text', { taken: 'many' }, { taken: [], settled: NaN }, null])(
    'asks if its memory is damaged: %j',
    async (stored) => {
      await db.settings.put({ key: 'retention', value: stored });
      await add(first, 70);
      expect(await retention.look()).toBe(0);
      expect(retention.question?.doubt.kind).toBe('first');
    },
  );

  it('ignores jobs that a page is running, that are deleted, or whose time is damaged', async () => {
    await add(first, 70, { status: 'running' });
    await add(second, 70);
    value(await deleteJobs(db, [second], now));
    await db.table('jobs').put({ ...jobRecord({ token: third }), createdAt: null });
    expect(await retention.look()).toBe(0);
    expect(retention.question).toBeNull();
    expect(await db.jobs.count()).toBe(3);
  });

  it('does nothing when it is off, and withdraws its question', async () => {
    await add(first, 70);
    await retention.look();
    days = null;
    expect(await retention.look()).toBe(0);
    expect(retention.question).toBeNull();
    expect(await listed()).toEqual([first]);
  });

  it('looks for old jobs each day while the page is open', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await add(first, 59.5);
    const stop = retention.start();
    await retention.look();
    expect(retention.question).toBeNull();
    now += DAY;
    vi.advanceTimersByTime(DAY);
    await vi.waitFor(() => expect(retention.question?.due).toHaveLength(1));
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reports what the storage refused', async () => {
    await add(first, 70);
    db.close();
    expect(await retention.look()).toBe(0);
    expect(problems).toHaveLength(1);
  });
});
