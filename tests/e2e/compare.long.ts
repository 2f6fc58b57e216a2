import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test as base } from './app';
import { ChangingHost } from './changing-host';
import { jobStatus, reload, runExample, sampleRows } from './pages';

const test = base.extend<{ host: ChangingHost }>({
  host: async ({}, use) => {
    const host = await ChangingHost.start();
    await use(host);
    await host.stop();
    await host.remove();
  },
});

interface Index {
  readonly default: string;
  readonly models: { readonly id: string; readonly version: string; readonly path: string }[];
}

/** Adds a host's own model beside the one that ships: the same graph with a stricter manifest. */
async function addStrictModel(host: ChangingHost): Promise<void> {
  const index = JSON.parse(await host.read('models/index.json')) as Index;
  const [shipped] = index.models;
  await host.copy(`models/${shipped!.path}`, 'models/strict/2.0.0');
  const path = 'models/strict/2.0.0/manifest.json';
  const manifest = JSON.parse(await host.read(path)) as Record<string, object>;
  const models = [...index.models, { id: 'strict', version: '2.0.0', path: 'strict/2.0.0' }];
  await host.change({
    [path]: JSON.stringify({
      ...manifest,
      id: 'strict',
      version: '2.0.0',
      title: 'Strict model',
      thresholds: { ...manifest['thresholds'], species: 0.9999, high: 0.99999 },
    }),
    'models/index.json': JSON.stringify({ ...index, models }),
  });
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function runAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run again with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run again with another model' });
  await expect(dialog.getByRole('radio', { name: 'Strict model 2.0.0' })).toBeChecked();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
}

const shownRows = (page: Page) =>
  page
    .getByRole('table', { name: 'Samples by both models' })
    .getByRole('rowgroup')
    .last()
    .getByRole('row');

test('a job is run again with another model, and the two are compared', async ({ page, host }) => {
  await addStrictModel(host);
  await page.goto(host.url);
  await runExample(page);
  const first = new URL(page.url()).pathname;
  await runAgain(page);
  expect(new URL(page.url()).pathname).not.toBe(first);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('(Strict model 2.0.0)');
  await expect(page.getByText('94 samples').first()).toBeVisible();

  await page.getByRole('link', { name: /^Compare with Simulated example run/ }).click();
  await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}\/compare\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'Two models on one run' })).toBeFocused();
  const counts = page.getByRole('list', { name: 'Agreement' });
  await expect(counts).toContainText(/\d+ same taxon/);
  await expect(counts).toContainText(/\d+ both refuse/);
  await expect(counts).toContainText(/\d+ (?:same group|one refuses)/);
  await expect(counts).not.toContainText('only in');
  // The page explains each of these words.
  await page.getByText('What these words mean').click();
  await expect(page.getByText('Neither model identifies the sample.')).toBeVisible();
  await expect(page.getByText('94 samples shown')).toBeVisible();

  const matrix = page.getByRole('region', { name: 'Calls against calls' });
  const cells = await matrix.getByRole('cell').allInnerTexts();
  const total = cells.reduce((sum, text) => sum + (Number(text) || 0), 0);
  expect(total).toBe(94);

  // A count filters the table to as many samples as it says, all of that agreement.
  const refused = counts.getByRole('button', { name: /^\d+ (?:same group|one refuses)$/ }).first();
  const [, count, words] = /^(\d+) (.+)$/.exec((await refused.innerText()).replace(/\s+/g, ' '))!;
  expect(Number(count)).toBeGreaterThan(0);
  expect(Number(count)).toBeLessThan(94);
  await refused.click();
  await expect(refused).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/\?show=(?:same-group|one-refuses)$/);
  await expect(page.getByText(`${count} of 94 samples shown`)).toBeVisible();
  for (const text of await shownRows(page).allInnerTexts()) {
    expect(text.toLowerCase()).toContain(words);
  }

  // A cell of the matrix filters as well. The filter is part of the address.
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByText('94 samples shown')).toBeVisible();
  const cell = matrix.getByRole('button', { name: /by A, .* by B$/ }).last();
  const name = await cell.getAttribute('aria-label');
  const [, inCell] = /^(\d+) samples?: /.exec(name!)!;
  await cell.click();
  await expect(page.getByText(`${inCell} of 94 samples shown`)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await reload(page);
  await expect(page.getByText(`${inCell} of 94 samples shown`)).toBeVisible();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');

  // A row leads to its sample.
  await shownRows(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\?sample=\d+$/);
  await expect(page.getByRole('region', { name: /SIM-/ })).toBeVisible();
});

test('a comparison is exported as TSV and CSV, and is accessible', async ({ page, host }) => {
  await addStrictModel(host);
  await page.goto(host.url);
  await runExample(page);
  await runAgain(page);
  await page.getByRole('link', { name: /^Compare with/ }).click();
  await expect(page.getByText('94 samples shown')).toBeVisible();

  const saved = async (name: RegExp): Promise<string> => {
    await page.getByRole('button', { name: 'Download' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/two models\.(?:tsv|csv)$/);
    return readFile(await download.path(), 'utf8');
  };
  const tsv = (await saved(/^TSV/)).trimEnd().split('\n');
  expect(tsv).toHaveLength(95);
  expect(tsv[0]).toMatch(/^sample\tspot\tagreement\tcall_a\t/);
  const models = new Set(tsv.slice(1).map((line) => line.split('\t').slice(13, 15).join(' ')));
  expect(models.size).toBe(1);
  const csv = await saved(/^CSV/);
  expect(csv.split('\r\n')).toHaveLength(96);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(shownRows(page).first()).toContainText(/Same|refuse/);
  expect(await axeFaults(page), 'narrow').toEqual([]);

  // The filter can also be changed with the keyboard.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page
    .getByRole('list', { name: 'Agreement' })
    .getByRole('button', { name: /same taxon$/ })
    .press('Enter');
  await expect(page).toHaveURL(/\?show=same$/);
});

test('with one model installed, the page says so and leads to where another is added', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  const opener = page.getByRole('button', { name: 'Run again with…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Run again with another model' });
  await expect(dialog).toContainText('No other model is installed.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('link', { name: 'Models' }).click();
  await expect(page).toHaveURL(/\/models$/);
  await expect(dialog).toHaveCount(0);
});

test('files that are not kept must be chosen again', async ({ page, host }) => {
  await addStrictModel(host);
  await page.goto(`${host.url}/jobs`);
  const keep = page.getByRole('checkbox', { name: /^Keep each run’s files/ });
  await keep.uncheck();
  await expect(keep).toHaveAttribute('aria-busy', 'false');
  await page.goto(host.url);
  const zip = await page.request.get(`${host.url}/example/example-run.zip`);
  const run = { name: 'mine.zip', mimeType: 'application/zip', buffer: await zip.body() };
  await page.locator('input[type=file]').first().setInputFiles(run);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  // Rows are stored a moment after they are shown. If the page ends before that, the next page continues the
  // job.
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  // Only the other pages show in their header what is still being processed.
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('progressbar')).toHaveCount(0);
  await page.goBack();
  // This page still has the file that it was given, but a reloaded one does not.
  await reload(page);
  await page.getByRole('button', { name: 'Run again with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run again with another model' });
  await expect(dialog).toContainText('are not kept on this computer: choose them again');
  await expect(dialog).toContainText('mine.zip');
  const start = dialog.getByRole('button', { name: 'Run again' });
  await expect(start).toBeDisabled();
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose the file' }).click();
  await (await choosing).setFiles(run);
  await start.click();
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(sampleRows(page).first()).toBeVisible();
  await page.getByRole('link', { name: /^Compare with/ }).click();
  await expect(page.getByText('94 samples shown')).toBeVisible();
});

test('the address of a missing job, or of another run’s job, is reported', async ({ page }) => {
  await page.goto('/results/no-such-job/compare/nor-this');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not on this computer');
});
