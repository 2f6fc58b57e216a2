import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app';
import { jobStatus, offlineReady, sampleRows } from './pages';

interface Holder {
  letGo?: () => void;
}

/** Keeps the table of jobs, as a page does whose transaction a browser has forgotten to end. */
async function holdJobs(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        let isHeld = true;
        (window as Holder).letGo = () => (isHeld = false);
        const opening = indexedDB.open('ktyper');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const jobs = opening.result.transaction('jobs', 'readwrite').objectStore('jobs');
          const ask = () => {
            const request = jobs.count();
            request.onsuccess = () => {
              resolve();
              if (isHeld) ask();
            };
          };
          ask();
        };
      }),
  );
}

test('a storage that does not answer is told, and the job ends once it does', async ({
  page,
  context,
  app,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await offlineReady(page);
  const other = await context.newPage();
  await other.goto(`${app.url}/robots.txt`);
  await holdJobs(other);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Try the example run' }).click();
  await expect(sampleRows(page).first()).toBeVisible();
  const bar = page.getByRole('alert').filter({ hasText: 'has not answered for 20 seconds' });
  await expect(bar).toContainText('close all tabs of ktyper', { timeout: 60_000 });
  await expect(jobStatus(page, 'Completed')).toBeHidden();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await other.evaluate(() => (window as Holder).letGo?.());
  await expect(bar).toBeHidden();
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('94 samples').first()).toBeVisible();
});
