import { type Browser, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choose, dropOnPage } from './drop';
import { jobStatus, rowTexts, tableDrawn } from './pages';
import { expect, test } from './runs';

const COMPLETED = { timeout: 60_000 };

interface Saved {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Downloads what a click gives, under its own name. */
async function save(page: Page, folder: string, click: () => Promise<void>): Promise<Saved> {
  const downloading = page.waitForEvent('download');
  await click();
  const file = await downloading;
  const name = file.suggestedFilename();
  const path = join(folder, name);
  await file.saveAs(path);
  return { name, path, text: await readFile(path, 'utf8') };
}

function exported(page: Page, folder: string, label: RegExp): Promise<Saved> {
  return save(page, folder, async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: label }).click();
  });
}

/** Runs a job and waits for its end. */
async function runJob(page: Page, run: string): Promise<void> {
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  await tableDrawn(page);
}

/** A page of a browser that has no jobs. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  return context.newPage();
}

test('an installed app opens the job files that it is started with', async ({ page }) => {
  const stored = new URL('../fixtures/job-files/version-1.ktyper.json', import.meta.url);
  const text = await readFile(stored, 'utf8');
  // No test can start an installed app from a file manager. What the browser then calls is all that is put in here.
  await page.addInitScript((content) => {
    const files = [
      {
        name: 'gone.ktyper.json',
        getFile: () => Promise.reject(new DOMException('', 'NotFoundError')),
      },
      {
        name: 'a.ktyper.json',
        getFile: () => Promise.resolve(new File([content], 'a.ktyper.json')),
      },
    ];
    const setConsumer = (consume: (launch: object) => void) => setTimeout(() => consume({ files }));
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  }, text);
  await page.goto('/');
  const report = page.getByRole('dialog', { name: 'What was in 2 job files' });
  await expect(report.getByText('1 job was added.')).toBeVisible();
  await expect(report.getByText('gone.ktyper.json could not be read')).toBeVisible();
});

test('a job is the same in another browser, without its spectra', async ({
  page,
  browser,
  baseURL,
  makeRun,
}, { outputDir }) => {
  await runJob(page, await makeRun('plate.zip', '--spots', '24', '--seed', '3'));
  const rows = await rowTexts(page);
  const [file, json, tsv] = [
    await exported(page, outputDir, /^Job file\b(?! with)/),
    await exported(page, outputDir, /^JSON\b/),
    await exported(page, outputDir, /^TSV/),
  ];
  expect(file.name).toMatch(/\.ktyper\.json$/);
  expect(JSON.parse(file.text)).toMatchObject({ format: 'ktyper-job', version: 1, jobs: 1 });

  const other = await elsewhere(browser, baseURL);
  await other.goto('/');
  await dropOnPage(other, [file.path]);
  await tableDrawn(other);
  await expect(other.getByText(/was opened from its file/)).toBeVisible();
  await expect(other.getByText(/^From a job file, saved .* by ktyper/)).toBeVisible();
  expect(await rowTexts(other)).toEqual(rows);
  expect((await exported(other, outputDir, /^JSON\b/)).text).toBe(json.text);
  expect((await exported(other, outputDir, /^TSV/)).text).toBe(tsv.text);
  const again = await exported(other, outputDir, /^Job file\b/);
  expect(partsOf(again.text)).toEqual(partsOf(file.text));

  // The evidence is there; the spectrum says that it is not, and takes the run's file.
  await other.locator('[role="row"]').nth(1).click();
  await expect(other.getByText('opened from a job file without its spectra')).toBeVisible();

  // The same file once more changes nothing.
  await other.goto('/');
  await choose(other, 'Choose files', file.path);
  await expect(other.getByText(/was here already/)).toBeVisible();
  await other.goto('/jobs');
  await expect(other.getByText('1 job', { exact: true })).toBeVisible();
  await other.context().close();
});

test('spectra travel when they are asked for', async ({
  page,
  browser,
  baseURL,
  makeRun,
}, info) => {
  await runJob(page, await makeRun('plate.zip', '--spots', '4', '--seed', '3'));
  const file = await exported(page, info.outputDir, /^Job file with spectra/);
  const other = await elsewhere(browser, baseURL);
  await other.goto('/');
  await dropOnPage(other, [file.path]);
  await tableDrawn(other);
  await other.locator('[role="row"]').nth(1).click();
  await expect(other.locator('canvas').first()).toBeVisible();
  await expect(other.getByText('without its spectra')).toBeHidden();
  await other.context().close();
});

test('a history goes out and in, without doubles', async ({ page, browser, baseURL, makeRun }, {
  outputDir,
}) => {
  await page.goto('/jobs');
  await expect(page.getByRole('button', { name: 'Save all jobs' })).toBeDisabled();
  await runJob(page, await makeRun('one.zip', '--spots', '3', '--seed', '1'));
  await runJob(page, await makeRun('two.zip', '--spots', '3', '--seed', '2'));
  await page.goto('/jobs');
  const history = await save(page, outputDir, () =>
    page.getByRole('button', { name: 'Save all 2 jobs to a file' }).click(),
  );
  expect(history.name).toMatch(/^ktyper-history-\d{4}-\d\d-\d\d\.ktyper\.json$/);

  const other = await elsewhere(browser, baseURL);
  await other.goto('/jobs');
  const open = async (path: string) => {
    const asked = other.waitForEvent('filechooser');
    await other.getByRole('button', { name: 'Open a job file' }).click();
    await (await asked).setFiles(path);
  };
  const report = other.getByRole('dialog');
  await open(history.path);
  await expect(report).toContainText('2 jobs were added.');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(other.getByText('2 jobs', { exact: true })).toBeVisible();
  await open(history.path);
  await expect(report).toContainText('2 jobs were here already.');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(other.getByText('2 jobs', { exact: true })).toBeVisible();
  await other.context().close();
});

test('a file of a newer version, one that is cut off and one of another kind are refused', async ({
  page,
  makeRun,
}, { outputDir }) => {
  await runJob(page, await makeRun('one.zip', '--spots', '3', '--seed', '1'));
  const file = await exported(page, outputDir, /^Job file\b(?! with)/);
  const report = page.getByRole('dialog');
  const refused: readonly (readonly [string, string])[] = [
    [file.text.replace('"version":1', '"version":2'), 'written by a newer version of ktyper'],
    [file.text.slice(0, file.text.length / 2), 'is cut off: its end is missing.'],
    ['{}', 'is not a job file.'],
  ];
  for (const [text, words] of refused) {
    const path = join(outputDir, 'other.ktyper.json');
    await writeFile(path, text);
    await dropOnPage(page, [path]);
    await expect(report).toContainText(words);
    await report.getByRole('button', { name: 'Close' }).click();
  }
});

/** All of a file but when it was written. */
function partsOf(text: string): unknown {
  return { ...(JSON.parse(text) as Record<string, unknown>), writtenAt: null };
}
