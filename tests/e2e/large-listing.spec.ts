import { writeFile } from 'node:fs/promises';
import type { Worker } from '@playwright/test';
import { MANY_ACQUISITIONS } from '../../workers/archive/page/steps-ahead';
import { writeZip } from '../builders/archives';
import { buildRun } from '../builders/bruker-run';
import { dropOnPage } from './drop';
import { jobStatus, sampleRows } from './pages';
import { expect, test } from './runs';

const COMPLETED = { timeout: 60_000 };

test('the thread that lists files ends with a large listing, and another one serves the next run', async ({
  page,
  makeRun,
}, testInfo) => {
  const listing: Worker[] = [];
  const computing: Worker[] = [];
  page.on('worker', (worker) => {
    if (worker.url().includes('archive')) listing.push(worker);
    if (worker.url().includes('spectrum')) computing.push(worker);
  });
  await page.goto('/');

  // Spectra too short to be read, so that thousands take seconds.
  const spots = Array.from({ length: MANY_ACQUISITIONS }, (_, i) => ({
    spot: `A${i + 1}`,
    fid: [1, 2, 3],
  }));
  const files = buildRun({ spots, runInfo: 'absent', info: false });
  const large = testInfo.outputPath('large.zip');
  await writeFile(large, writeZip(files.map(({ path, bytes }) => ({ name: path, data: bytes }))));
  await dropOnPage(page, [large]);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  await expect(page.getByText('2,000').first()).toBeVisible();
  expect(listing).toHaveLength(2);
  // The first one has ended; the other one is for the next run.
  expect(page.workers()).not.toContain(listing[0]);

  // What a .tar.gz holds goes from that thread to the compute threads, which knew the one before. One that waited for it
  // in vain would be replaced.
  const before = computing.length;
  await page.getByRole('link', { name: 'Identify' }).click();
  await dropOnPage(page, [await makeRun('next.tar.gz', '--spots', '3', '--seed', '7')]);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  await expect(sampleRows(page)).toHaveCount(3);
  expect(listing).toHaveLength(2);
  expect(computing).toHaveLength(before);
});
