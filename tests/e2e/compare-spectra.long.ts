import { readFile } from 'node:fs/promises';
import { axeFaults } from '../../scripts/screens/axe-faults';
import { expect, test } from './app';
import { reload, runExample, sampleRows } from './pages';

test('marked samples are compared, with the mean of a species, and saved', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  const grid = page.getByRole('grid', { name: 'Samples' });
  await sampleRows(page).first().click();
  await page.getByRole('button', { name: 'Mark to compare' }).click();
  await page.keyboard.press('Escape');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.getByText('3 samples marked')).toBeVisible();
  await page.getByRole('link', { name: 'Compare spectra' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare spectra');
  const legend = page.getByRole('list', { name: 'Curves' });
  await expect(legend.getByRole('checkbox')).toHaveCount(3);
  const plot = page.getByRole('application');
  await expect(plot).toHaveAccessibleName(/^3 curves/);

  await page.getByLabel('Mean of').selectOption({ index: 1 });
  await expect(legend.getByRole('checkbox')).toHaveCount(4);
  await expect(page.getByText(/^The mean is of \d+ of the \d+ samples/)).toBeVisible({
    timeout: 30_000,
  });
  expect.soft(await axeFaults(page), 'overlay').toEqual([]);

  // The legend hides a curve; the plot and the table follow.
  await legend.getByRole('checkbox').first().uncheck();
  await expect(plot).toHaveAccessibleName(/^3 curves/);
  await page.getByText('Peaks of the curves').first().click();
  const table = page.getByRole('table', { name: 'Peaks of the curves' });
  await expect(table.getByRole('columnheader')).toHaveCount(4);

  // Keys go from peak to peak and read all curves.
  await plot.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(plot.locator('..').getByRole('status')).toContainText(/^m\/z [\d,.]+: .*‰ · .*‰ · /);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: 'Table of peaks (CSV)' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text).toMatch(/^\ufeffmz,/);
  expect(text.split('\r\n').length).toBeGreaterThan(20);

  for (const format of ['PNG', 'SVG']) {
    const picture = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    expect((await picture).suggestedFilename()).toMatch(/ spectra\.(png|svg)$/);
  }

  await page.getByText('Stacked', { exact: true }).click();
  await expect(page).toHaveURL(/layout=stacked/);
  await page.getByText('Difference', { exact: true }).click();
  await expect(plot).toHaveAccessibleName(/ minus /);
  expect.soft(await axeFaults(page), 'difference').toEqual([]);

  // The marks are still there on the way back, and in another language.
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByText('3 samples marked')).toBeVisible();
  await page.getByLabel('Language').selectOption('fr');
  await expect(page.getByRole('status').filter({ hasText: /^3 échantillons/ })).toBeVisible();
  await page.getByLabel('Langue').selectOption('en');
  await page.goBack();

  // The address has it all, and is as good tomorrow.
  await expect(page).toHaveURL(/layout=difference/);
  await reload(page);
  await expect(legend.getByRole('checkbox')).toHaveCount(4, { timeout: 30_000 });
  await expect(plot).toHaveAccessibleName(/ minus /);

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect.soft(await axeFaults(page), 'narrow').toEqual([]);
});

test('nothing to compare, one curve, and what is not there are told', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}/spectra`);
  await expect(page.getByText('No sample is marked.')).toBeVisible();
  await page.goto(`${path}/spectra?of=1&layout=difference`);
  await expect(page.getByText('A difference needs two curves.')).toBeVisible();
  await page.goto(`${path}/spectra?of=1,4000,00000000-0000-4000-8000-000000000000:0`);
  await expect(page.getByText('This sample has no spectrum that can be shown.')).toBeVisible();
  await expect(page.getByText('This job is not on this computer.')).toBeVisible();
  await expect(page.getByRole('application')).toHaveAccessibleName(/^1 curve,/);
  expect(await axeFaults(page)).toEqual([]);
});
