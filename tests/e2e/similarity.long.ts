import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './app';
import { jobStatus, reload, runExample } from './pages';

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const heatMap = (page: Page) => page.getByRole('application', { name: /^Heat map of/ });

async function openSimilarity(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Similarity' }).click();
  await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}\/similarity$/);
  await expect(page.getByRole('heading', { name: 'Which spectra are alike' })).toBeFocused();
  await expect(heatMap(page)).toBeVisible({ timeout: 60_000 });
}

test('the spectra of a job are compared, now and when it is opened again', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await openSimilarity(page);
  await expect(page.getByText('relatedness is not transmission', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What stands out' })).toBeVisible();
  await expect(page.getByText(/^Spectra 1 to \d+ of \d+$/)).toBeVisible();

  // The keyboard moves the pointed pair, shows fewer spectra, and lays two over each other.
  const told = page.getByText(/: similarity (?:−?\d\.\d\d)\.$/).first();
  const before = await told.innerText();
  await heatMap(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(told).not.toHaveText(before);
  await page.keyboard.press('+');
  await expect(page.getByText(/^Spectra \d+ to \d+ of \d+$/)).not.toHaveText(/^Spectra 1 to 9/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('similarity');
  await expect(dialog.getByRole('application').or(dialog.locator('canvas')).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // A cell does the same for a pointer.
  await heatMap(page).click({ position: { x: 12, y: 40 } });
  await expect(dialog).toHaveCount(1);
  await page.keyboard.press('Escape');

  // All of it stands in a table as well.
  await page.getByText('All spectra in the order of the heat map').click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'Nearest spectrum' })).toBeVisible();
  await table.getByRole('button').first().click();
  await expect(dialog).toHaveCount(1);
  await page.keyboard.press('Escape');

  await reload(page);
  await expect(heatMap(page)).toBeVisible({ timeout: 60_000 });
});

test('similarity is saved as SVG, Newick and CSV, and is accessible', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await openSimilarity(page);
  const saved = async (name: RegExp): Promise<string> => {
    await page.getByRole('button', { name: 'Download' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    return readFile(await (await downloading).path(), 'utf8');
  };
  const drawing = await saved(/^SVG/);
  expect(drawing).toContain('<svg xmlns');
  // What stands out has a sign beside its row, on the page and on paper.
  const legend = page.getByRole('list', { name: 'What stands out' }).getByRole('listitem');
  await expect(legend.first()).toBeVisible();
  for (const words of await legend.allInnerTexts()) expect(drawing).toContain(words.slice(2));
  const tree = await saved(/^Newick/);
  expect(tree).toMatch(/^\(.*\);\n$/);
  const rows = (await saved(/^CSV/)).trimEnd().split('\r\n');
  expect(tree.split("':")).toHaveLength(rows.length);
  expect(rows[1]!.split(',')).toHaveLength(rows.length + 2);

  await page.getByText('All spectra in the order of the heat map').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  expect(await axeFaults(page), 'forced colours').toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeFaults(page), 'narrow').toEqual([]);
});

test('where the run’s files are not kept, they are chosen again', async ({ page }) => {
  await page.goto('/jobs');
  const keep = page.getByRole('checkbox', { name: /^Keep each run’s files/ });
  await keep.uncheck();
  await expect(keep).toHaveAttribute('aria-busy', 'false');
  await page.goto('/');
  const zip = await page.request.get('/example/example-run.zip');
  const run = { name: 'mine.zip', mimeType: 'application/zip', buffer: await zip.body() };
  await page.locator('input[type=file]').first().setInputFiles(run);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await openSimilarity(page);
  await reload(page);
  await expect(page.getByRole('heading', { name: 'The run’s files are needed' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const choose = async (file: typeof run) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await (await choosing).setFiles(file);
  };
  await choose({ ...run, name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('1 2') });
  await expect(page.getByRole('alert')).toContainText('None of the run’s spectra');
  await choose(run);
  await expect(heatMap(page)).toBeVisible({ timeout: 60_000 });
});
