import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { choose, dropOnPage } from './drop';
import { jobStatus, reload, rowTexts, sampleRows, tableDrawn } from './pages';
import { expect, test } from './runs';

const COMPLETED = { timeout: 60_000 };

/** Returns the token in the address of the results page. */
function tokenOf(page: Page): string {
  const token = /\/results\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (token === undefined) throw new Error(`No token in ${page.url()}`);
  return token;
}

/** Downloads an export from the menu and reads it. */
async function download(page: Page, label: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: label }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a chosen archive becomes a table, a stored job, and exports', async ({ page, makeRun }) => {
  const run = await makeRun('plate.zip', '--spots', '12', '--seed', '7');
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  await tableDrawn(page);
  // The document contains the visible rows only.
  const count = 12;
  await expect(page.getByText(`${count} samples`, { exact: true }).first()).toBeVisible();
  await expect(sampleRows(page).first()).toContainText('A1');
  const rows = await rowTexts(page);

  const tsv = await download(page, /^TSV/);
  expect(tsv.name).toMatch(/\.tsv$/);
  // The last cells may be empty: a line ends with its last tab.
  const [head, ...lines] = tsv.text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  expect(head).toContain('model_sha256');
  expect(lines.length).toBeGreaterThanOrEqual(count);
  expect(lines.every((line) => line.length === head?.length)).toBe(true);

  const csv = await download(page, /^CSV/);
  expect(csv.text.split('\r\n')[0]).toBe(`\ufeff${head?.join(',')}`);

  const columns = await download(page, /^Original three columns/);
  const original = columns.text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(original).toHaveLength(count);
  for (const line of original)
    expect(line).toEqual([
      expect.any(String),
      expect.any(String),
      expect.stringMatching(/^\d+\.\d{1,2}$/),
    ]);

  const json = JSON.parse((await download(page, /^JSON/)).text) as {
    samples: { name: string }[];
    model: { sha256: string };
  };
  expect(json.samples).toHaveLength(count);
  expect(json.model.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(lines[0]?.[head!.indexOf('model_sha256')]).toBe(json.model.sha256);

  const token = tokenOf(page);
  await reload(page);
  await expect(jobStatus(page, 'Completed')).toBeVisible();
  expect(await rowTexts(page)).toEqual(rows);
  expect(tokenOf(page)).toBe(token);

  await page.goto('/jobs');
  await page.getByLabel('Open a job by its token').fill(token.toUpperCase());
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(sampleRows(page).first()).toBeVisible();
});

test('a dropped folder is read like an archive of it', async ({ page, makeRun }) => {
  // The folder has more entries than a browser lists at a time.
  const folder = await makeRun('RUN', '--spots', '101', '--plate', '384', '--seed', '3');
  const archive = await makeRun('RUN.tar.gz', '--spots', '101', '--plate', '384', '--seed', '3');
  const tables: string[] = [];
  for (const path of [folder, archive]) {
    await page.goto('/');
    await dropOnPage(page, [path]);
    await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
    const { text } = await download(page, /^Original three columns/);
    tables.push(text.split('\n').sort().join('\n'));
  }
  expect(tables[0]?.trim().split('\n').length).toBeGreaterThanOrEqual(97);
  expect(tables[0]).toBe(tables[1]);
});

test('a chosen folder with a sample sheet gives one row for each sample', async ({
  page,
  makeRun,
}) => {
  const folder = await makeRun('REPLICATES', '--spots', '12', '--replicates', '3', '--seed', '5');
  // Notes have a column where there is room for one.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await choose(page, 'Choose folder', folder);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  await expect(page.getByText(/^Sample sheet: \d+ of \d+ rows matched$/)).toBeVisible();
  await tableDrawn(page);
  const count = await sampleRows(page).count();
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(6);
  await expect(page.getByText('Mean of 3 spectra.').first()).toBeVisible();
});

test('rows appear while a job runs, and are kept after a cancel and a reload', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('long.zip', '--spots', '960', '--seed', '2');
  await page.goto('/');
  await dropOnPage(page, [run]);
  await expect(sampleRows(page).first()).toBeVisible(COMPLETED);
  // `npm run growth` measures how long the job takes.
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(jobStatus(page, 'Cancelled')).toBeVisible();

  const { text } = await download(page, /^Original three columns/);
  const kept = text.trimEnd().split('\n').length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(900);
  await reload(page);
  await expect(jobStatus(page, 'Cancelled')).toBeVisible();
  expect((await download(page, /^Original three columns/)).text).toBe(text);
});

test('a cancelled job says how far it came, and continues to its end', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('long.zip', '--spots', '480', '--seed', '2');
  await page.goto('/');
  await dropOnPage(page, [run]);
  await expect(sampleRows(page).first()).toBeVisible(COMPLETED);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(
    page.getByText(/^Cancelled\. Results for the \d+ (?:of 480 )?spectra finished before that/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  // The other spectra are calibrants.
  const { text } = await download(page, /^Original three columns/);
  expect(text.trimEnd().split('\n').length).toBeGreaterThan(450);
});

test('a job is renamed, deleted, restored, and deleted for good', async ({ page, makeRun }) => {
  const run = await makeRun('few.zip', '--spots', '4', '--seed', '4');
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  const token = tokenOf(page);

  await page.getByRole('button', { name: /^Rename the job/ }).click();
  await page.getByRole('textbox', { name: 'Name of the job' }).fill('Tuesday <b>plate</b>');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Tuesday <b>plate</b>' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete Tuesday <b>plate</b>' }).click();
  await expect(page.getByRole('link', { name: 'Tuesday <b>plate</b>' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Tuesday <b>plate</b>' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete Tuesday <b>plate</b>' }).click();
  await page.getByRole('button', { name: 'Close this message' }).click();
  await page.goto(`/results/${token}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This job is not on this computer',
  );
});

test('the table sorts and filters, and its address contains both', async ({ page, makeRun }) => {
  const run = await makeRun('table.zip', '--spots', '48', '--seed', '6');
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);

  await page.getByRole('columnheader', { name: 'Sample' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Sample' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Sample' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const last = await sampleRows(page).first().getByRole('gridcell').first().innerText();
  expect(last).toMatch(/^SIM-04\d$/);

  const species = page
    .getByRole('region', { name: 'Counts by species' })
    .getByRole('button')
    .first();
  const [, total] = /(\d+)/.exec(await species.innerText()) ?? [];
  await species.click();
  await expect(page.getByText(new RegExp(`^${total} of \\d+ shown`))).toBeVisible();
  // Of two changes in quick succession the address has the second a moment later.
  await expect(page).toHaveURL(/call=.*sort=-sample/);
  const shown = await rowTexts(page);
  await reload(page);
  await expect(page.getByText(new RegExp(`^${total} of \\d+ shown`))).toBeVisible();
  expect(await rowTexts(page)).toEqual(shown);

  await page.getByRole('searchbox', { name: 'Search in the table' }).fill('no such sample');
  await expect(page.getByText('No samples match.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await expect(sampleRows(page).first()).toBeVisible();
});

test('a part of the app that cannot be fetched is reported, and fetched again', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('few.zip', '--spots', '4', '--seed', '7');
  const part = '**/assets/run-job-*.js';
  await page.route(part, (route) => route.abort());
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Failed')).toBeVisible(COMPLETED);
  await expect(page.getByText('A part of ktyper could not be fetched.')).toBeVisible();
  await page.unroute(part);
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
});
