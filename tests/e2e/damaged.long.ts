import type { Page } from '@playwright/test';
import {
  DAMAGED_CHUNKS,
  DAMAGED_JOBS,
  DAMAGED_REST,
  type DamagedRecord,
  SOUND,
  soundChunk,
  soundJob,
} from '../builders/damaged-records';
import { expect, test } from './app';
import { jobStatus, reload, runExample, sampleRows } from './pages';

/** An address of the site that runs no app, so that nothing else uses the database. */
const NO_APP = '/models/index.json';

/** Writes records into the app's database without changing them. */
async function put(page: Page, records: readonly Omit<DamagedRecord, 'what'>[]): Promise<void> {
  await page.goto(NO_APP);
  await page.evaluate(async (records) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const revive = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(revive);
      const found = value as Record<string, unknown>;
      if (Array.isArray(found['$bytes'])) return Uint8Array.from(found['$bytes'] as number[]);
      if (Array.isArray(found['$numbers'])) return Float64Array.from(found['$numbers'] as number[]);
      if (Array.isArray(found['$floats'])) return Float32Array.from(found['$floats'] as number[]);
      return Object.fromEntries(Object.entries(found).map(([key, one]) => [key, revive(one)]));
    };
    const db = await answer(indexedDB.open('ktyper'));
    for (const { table, record } of records) {
      await answer(db.transaction(table, 'readwrite').objectStore(table).put(revive(record)));
    }
    db.close();
  }, records);
}

test('every page opens with damaged records, and each damaged job is a row that can be deleted', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  await page.goto('/');
  await runExample(page);
  const example = page.url();

  const [chunk] = DAMAGED_CHUNKS;
  await put(page, [
    { table: 'jobs', record: { ...soundJob() } },
    { table: 'rowChunks', record: soundChunk() },
    ...[chunk!, ...DAMAGED_JOBS, ...DAMAGED_REST],
  ]);

  // The undamaged job is unchanged.
  await page.goto(example);
  await expect(jobStatus(page, 'Completed')).toBeVisible();
  await expect(page.getByText('94 samples').first()).toBeVisible();
  await sampleRows(page).first().click();

  // A job that has lost some of its rows, its model and its files says so.
  await page.goto(`/results/${SOUND}`);
  await expect(page.getByText('lacks the results of 1 of 2 samples')).toBeVisible();
  await expect(sampleRows(page)).toHaveCount(1);
  await sampleRows(page).first().click();
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toHaveCount(0);
  for (const damaged of DAMAGED_CHUNKS.slice(1)) {
    await put(page, [damaged]);
    await page.goto(`/results/${SOUND}`);
    await expect(page.getByText('lacks the results of 1 of 2 samples')).toBeVisible();
  }

  // Jobs whose own record is damaged say so.
  const open = DAMAGED_JOBS.filter(({ record }) => /^[0-9a-f-]{36}$/.test(String(record['token'])));
  for (const { what, record } of open) {
    await page.goto(`/results/${String(record['token'])}`);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading, what).toContainText('Damaged');
    await expect(page.getByText('The record of this job is damaged')).toBeVisible();
  }

  const token = /[0-9a-f-]{36}/.exec(example)?.[0] ?? '';
  for (const path of [
    '/',
    '/models',
    '/help',
    '/help#check',
    `/results/${token}/compare/${SOUND}`,
    `/results/${token}/compare/${String(open[0]!.record['token'])}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toHaveCount(0);
  }
  await page.goto('/models');
  await expect(page.getByText('This model’s files are damaged').first()).toBeVisible();

  await page.goto('/jobs');
  await expect(page.getByRole('row', { name: /Sound plate/ })).toBeVisible();
  const damaged = page.getByRole('row').filter({ hasText: 'Its record cannot be read' });
  await expect(damaged).toHaveCount(DAMAGED_JOBS.length);
  for (let left = DAMAGED_JOBS.length; left > 0; left--) {
    await damaged
      .first()
      .getByRole('button', { name: /^Delete / })
      .click();
    await expect(damaged).toHaveCount(left - 1);
  }
  await reload(page);
  await expect(page.getByRole('row', { name: /Sound plate/ })).toBeVisible();
  await expect(damaged).toHaveCount(0);
  // A new job can still be run.
  await page.goto('/');
  await runExample(page);
  expect(faults).toEqual([]);
});
