import { readFile, writeFile } from 'node:fs/promises';
import { dropOnPage } from './drop';
import { jobStatus, sampleRows } from './pages';
import { expect, test } from './runs';

test('a sample sheet is checked when it is chosen', async ({ page }) => {
  await page.goto('/');
  const choose = (name: string, text: string) =>
    page
      .getByLabel('Sample sheet', { exact: true })
      .and(page.locator('input[type=file]'))
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('wrong.csv', 'spot,name\nA1,x\n');
  await expect(page.getByText('does not name the columns spectrum_id and sample_id')).toBeVisible();
  await choose('mine.csv', 'sep=;\nSpectrum ID;Sample ID\nA1;x\nA2;x\nA3;y\n');
  await expect(page.getByText('The sample sheet has 3 rows for 2 samples.')).toBeVisible();
  await expect(page.getByText('does not name the columns')).toBeHidden();
});

test('rows of a sheet that match nothing give a warning, beside a sheet to fill in', async ({
  page,
  makeRun,
}, testInfo) => {
  const run = await makeRun('run.zip', '--spots', '4', '--seed', '9');
  const sheet = testInfo.outputPath('mine.csv');
  await writeFile(sheet, 'spectrum_id,sample_id\nA1,x\nA2,x\nNOBODY 7,y\n');
  await page.goto('/');
  await dropOnPage(page, [run, sheet]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  const main = page.getByRole('main');
  await expect(main).toContainText(
    '1 of the 3 rows of the sample sheet names no spectrum of this run: NOBODY 7.',
  );
  await expect(main.getByText('NOBODY 7', { exact: true }).first()).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download this run’s sample sheet to fill in' }).click();
  const filled = await (await downloading).path();
  expect(await readFile(filled, 'utf8')).toContain('spectrum_id\tsample_id');

  // The sheet matches all spectra of the run before it is filled in.
  await page.goto('/');
  await page
    .getByLabel('Sample sheet', { exact: true })
    .and(page.locator('input[type=file]'))
    .setInputFiles(filled);
  await expect(page.getByText(/^The sample sheet has \d+ rows for/)).toBeVisible();
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(sampleRows(page).first()).toBeVisible();
  await expect(page.getByText(/names? no spectrum of this run/)).toHaveCount(0);
});

test('a sheet of another run is reported while the spectra are still computed', async ({
  page,
  makeRun,
}, testInfo) => {
  const run = await makeRun('run.zip', '--spots', '384', '--plate', '384', '--seed', '9');
  const sheet = testInfo.outputPath('other run.csv');
  await writeFile(sheet, 'spectrum_id,sample_id\nA1,x\nOTHER 7,x\nOTHER 8,y\n');
  await page.goto('/');
  await page
    .getByLabel('Sample sheet', { exact: true })
    .and(page.locator('input[type=file]'))
    .setInputFiles(sheet);
  await expect(page.getByText('The sample sheet has 3 rows for 2 samples.')).toBeVisible();
  await dropOnPage(page, [run]);
  const main = page.getByRole('main');
  await expect(main).toContainText(/Sample sheet: 1 of 3 rows match the \d+ spectra of this run/);
  await expect(main).toContainText(
    '2 of the 3 rows of the sample sheet name no spectrum of this run',
  );
  await expect(main).toContainText('OTHER 7, OTHER 8');
  await expect(jobStatus(page, 'Completed')).toBeHidden();
  // At the end of the job the page says the same, once.
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/name no spectrum of this run/)).toHaveCount(1);
});

test('sheets of two plates in one drop each apply to their own plate', async ({
  page,
  makeRun,
}) => {
  const options = ['--spots', '12', '--replicates', '3'];
  const one = await makeRun('one.zip', ...options, '--seed', '5');
  const two = await makeRun('two.zip', ...options, '--seed', '6');
  await page.goto('/');
  await dropOnPage(page, [one, two]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^Sample sheet: \d+ of \d+ rows matched$/)).toBeVisible();
  await expect(page.getByText('8 samples').first()).toBeVisible();
});

test('neighbouring spots become samples without a sheet', async ({ page, makeRun }) => {
  const run = await makeRun('plain.zip', '--spots', '12', '--seed', '9');
  await page.goto('/');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabel('Spots of a sample').fill('3');
  await page.getByRole('radio', { name: 'Neighbouring spots are one sample' }).check();
  await expect(page.getByText('Samples: every 3 neighbouring spots are one sample')).toBeVisible();
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByText(/^Samples: every 3 neighbouring spots are one sample, from A1; 4 samples/),
  ).toBeVisible();
  await expect(page.getByText(/of 3 spectra/).first()).toBeVisible();

  await page.goto('/');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabel('Spots of a sample').fill('3');
  await page.getByRole('radio', { name: 'Neighbouring spots are one sample' }).check();
  await page.getByLabel('First spot').fill('Z9');
  await page.getByLabel('First spot').blur();
  await expect(page.getByText('No plate has a spot Z9.')).toBeVisible();
  await page.getByLabel('First spot').fill('a02');
  await page.getByLabel('First spot').blur();
  await expect(
    page.getByText('Samples: every 3 neighbouring spots are one sample, from A2'),
  ).toBeVisible();
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main')).toContainText('on spots before A2');
});
