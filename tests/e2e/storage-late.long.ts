import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app';
import { holdStore, releaseStore } from './held-store';
import { jobStatus, offlineReady, sampleRows } from './pages';

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
  await holdStore(other, 'jobs');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Try the example run' }).click();
  await expect(sampleRows(page).first()).toBeVisible();
  const bar = page.getByRole('alert').filter({ hasText: 'has not answered for 20 seconds' });
  await expect(bar).toContainText('close all tabs of ktyper', { timeout: 60_000 });
  await expect(jobStatus(page, 'Completed')).toBeHidden();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await releaseStore(other);
  await expect(bar).toBeHidden();
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('94 samples').first()).toBeVisible();
});
