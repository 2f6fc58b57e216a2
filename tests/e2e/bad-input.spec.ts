import { readFile, writeFile } from 'node:fs/promises';
import { dropOnPage } from './drop';
import { jobStatus, sampleRows, tableDrawn } from './pages';
import { expect, test } from './runs';

test('what is no run is refused in one clear sentence', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('notes.txt');
  await writeFile(file, 'no spectrum here');
  await page.goto('/');
  await dropOnPage(page, [file]);
  await expect(jobStatus(page, 'Failed')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/no spectrum|nothing|not/i);
});

test('an archive that was cut off gives what is left of it, and says so', async ({
  page,
  makeRun,
}, testInfo) => {
  const whole = await readFile(await makeRun('cut.tar.gz', '--spots', '24', '--seed', '8'));
  const file = testInfo.outputPath('cut.tar.gz');
  await writeFile(file, whole.subarray(0, whole.length / 2));
  await page.goto('/');
  await dropOnPage(page, [file]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await tableDrawn(page);
  const count = await sampleRows(page).count();
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(20);
  await expect(page.getByRole('main')).toContainText(/cut off|ends|truncated|damaged/i);
});
