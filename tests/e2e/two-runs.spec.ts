import { dropOnPage } from './drop';
import { jobStatus, reload, sampleRows } from './pages';
import { expect, test } from './runs';

test('two runs in one drop are distinguished by a column and a filter', async ({
  page,
  makeRun,
}) => {
  const monday = await makeRun('monday.zip', '--spots', '3', '--seed', '4');
  const tuesday = await makeRun('tuesday.zip', '--spots', '2', '--seed', '5');
  await page.goto('/');
  await dropOnPage(page, [monday, tuesday]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(sampleRows(page)).toHaveCount(5);
  await expect(page.getByRole('columnheader', { name: 'Run', exact: true })).toBeVisible();
  const runs = page.getByLabel('Run', { exact: true });
  const names = await runs.locator('option').allTextContents();
  expect(names).toHaveLength(3);
  await runs.selectOption({ index: 2 });
  await expect(sampleRows(page)).toHaveCount(2);
  for (const row of await sampleRows(page).all()) await expect(row).toContainText(names[2]!);
  // The filter is part of the address.
  await expect.poll(() => new URL(page.url()).searchParams.get('run')).not.toBeNull();
  await reload(page);
  await expect(sampleRows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(sampleRows(page)).toHaveCount(5);
});

test('a single run has no column of runs', async ({ page, makeRun }) => {
  await page.goto('/');
  await dropOnPage(page, [await makeRun('one.zip', '--spots', '2', '--seed', '6')]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(sampleRows(page)).toHaveCount(2);
  await expect(page.getByRole('columnheader', { name: 'Run', exact: true })).toHaveCount(0);
});
