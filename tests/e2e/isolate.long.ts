import { axeFaults } from '../../scripts/screens/axe-faults';
import { expect, test } from './app';
import { reload, runExample, sampleRows } from './pages';

test('an isolate is found in all jobs, from its panel and from the jobs', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await page.goto('/');
  await runExample(page);
  await sampleRows(page).first().click();
  const panel = page.getByRole('link', { name: 'Through time' });
  const name = new URL((await panel.getAttribute('href'))!, page.url()).searchParams.get('name')!;
  await panel.click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An isolate through time');
  await expect(page.getByText(/ of this name in 2 jobs of this computer\./)).toBeVisible();
  const table = page.getByRole('table', { name: 'Samples of this name, by date' });
  const count = await table.getByRole('row').count();
  // The same samples in both jobs, and the head.
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count % 2).toBe(1);
  await expect(page.getByText('All calls agree.')).toBeVisible();
  expect.soft(await axeFaults(page), 'table').toEqual([]);

  // A person types the name in another way.
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  await page.getByLabel('Name of the isolate').fill(`  ${name.toLowerCase()} `);
  await page.keyboard.press('Enter');
  await expect(table.getByRole('row')).toHaveCount(count);
  await reload(page);
  await expect(table.getByRole('row')).toHaveCount(count);

  await page.setViewportSize({ width: 360, height: 740 });
  // On a phone, each call is seen without going sideways.
  const cards = page.getByRole('list', { name: 'Samples of this name, by date' });
  await expect(cards.getByRole('listitem')).toHaveCount(count - 1);
  const call = (await cards.getByRole('strong').first().boundingBox())!;
  expect(call.x + call.width).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axeFaults(page), 'narrow and dark').toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('link', { name: /^Compare the \d newest spectra/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare spectra');
  await expect(page.getByRole('application')).toHaveAccessibleName(/^\d curves/, {
    timeout: 30_000,
  });

  // Each row opens its sample.
  await page.goBack();
  await table.getByRole('link').last().click();
  await expect(page).toHaveURL(/sample=\d+/);
  await expect(panel).toBeVisible();
});

test('a name that no job has is told, with how many were searched', async ({ page }) => {
  await page.goto('/isolate?name=nobody');
  await expect(
    page.getByText(/^No sample of this name in 0 jobs of this computer\./),
  ).toBeVisible();
  await page.goto('/isolate');
  await expect(page.getByLabel('Name of the isolate')).toHaveValue('');
  await expect(page.getByRole('table')).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
});
