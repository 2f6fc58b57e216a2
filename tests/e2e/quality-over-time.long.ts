import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axeFaults } from '../../scripts/screens/axe-faults';
import { expect, test } from './app';
import { allStored, reload, runExample, sampleRows } from './pages';
import { dailyRuns, storeRuns } from '../../scripts/screens/stored-runs';

const chart = (page: Page) => page.getByRole('group', { name: /^Runs in order of time/ });
const points = (page: Page) => chart(page).getByRole('link');

/** Opens the app once, so that there is a database, and puts runs into it. */
async function withRuns(page: Page, runs: Parameters<typeof storeRuns>[1]): Promise<void> {
  await page.goto('/jobs');
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
  await storeRuns(page, runs);
}

async function saved(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

async function declare(page: Page, name: string, species: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Declare a control' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Species or group').fill(species);
  await form.getByRole('button', { name: 'Add the control' }).click();
}

test('without a job the page says what will be there, and with one that there are no limits yet', async ({
  page,
}) => {
  await page.goto('/quality');
  await expect(page.getByText('There is no completed job on this computer yet.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/');
  await runExample(page);
  await page.goto('/jobs');
  await page.getByRole('link', { name: 'Quality over time' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quality over time' })).toBeVisible();
  await expect(points(page)).toHaveCount(1);
  await expect(page.getByLabel('Instrument')).toContainText('simulated (1 run)');
  await expect(page.getByText('No limits yet: 1 of the 20 runs')).toBeVisible();
  await expect(points(page).first()).toHaveAccessibleName(
    /Calibration shift: .*ppm\. No limits yet\./,
  );
  // 94 samples and two calibration spots, which are counted.
  await expect(page.getByRole('region', { name: 'Runs' }).getByRole('row').nth(1)).toContainText(
    '2',
  );
  expect(await axeFaults(page)).toEqual([]);
  // What was summed up once is there at once.
  await reload(page);
  await expect(points(page)).toHaveCount(1);
  await points(page).first().click();
  await expect(sampleRows(page).first()).toBeVisible();
  // And back, from what the run's own quality says.
  await page.getByText(/^Quality of the run: \d+ pass/).click();
  await page.getByRole('link', { name: 'This instrument’s quality over time' }).click();
  await expect(page).toHaveURL(/[?&]instrument=example%3A/);
  await expect(points(page)).toHaveCount(1);
});

test('runs beyond the limits and calibrations stand out, for the eye, the keyboard and the ear', async ({
  page,
}) => {
  const later = { calibratedAt: '2026-01-30T06:00:00.000+00:00' };
  const changed = Object.fromEntries([25, 26, 27, 28, 29].map((i) => [i, later]));
  await withRuns(page, dailyRuns(30, { ...changed, 24: { shiftPpm: 190 }, 3: { failed: ['A2'] } }));
  await page.goto('/quality');
  await expect(points(page)).toHaveCount(30);
  await expect(
    page.getByText(/^Limits from the first 20 runs: mean \+?\d+ ppm, 2 s from/),
  ).toBeVisible();
  const out = points(page).nth(24);
  await expect(out).toHaveAccessibleName(
    /^Plate 25, .* Calibration shift: \+?190 ppm\. Rule 1-3s: beyond 3 s\./,
  );
  await expect(points(page).nth(25)).toHaveAccessibleName(/was calibrated since the run before/);
  await expect(points(page).nth(26)).not.toHaveAccessibleName(/was calibrated since/);
  await expect(points(page).nth(0)).toHaveAccessibleName(
    /The limits are made from this run, too\./,
  );

  // One stop of the keyboard: the newest run; arrows go on from there.
  await points(page).last().focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await expect(out).toBeFocused();
  await expect(page.locator('.told-words')).toContainText('Rule 1-3s: beyond 3 s.');
  expect(await chart(page).locator('a[tabindex="0"]').count()).toBe(1);

  const table = page.getByRole('region', { name: 'Runs' });
  await expect(table.getByRole('row').nth(1)).toContainText('Plate 30');
  await expect(table.getByRole('row').nth(6)).toContainText('Rule 1-3s');
  await page.getByRole('button', { name: 'Older runs' }).click();
  await expect(page.getByText('26 to 30 of 30')).toBeVisible();

  await page.getByLabel('Measure', { exact: true }).selectOption({ label: 'Peaks' });
  await expect(page).toHaveURL(/measure=peaks/);
  await expect(points(page).nth(24)).toHaveAccessibleName(/Peaks: 28\. Within the limits\./);
  await page.getByLabel('First runs for the limits').fill('40');
  await page.getByLabel('First runs for the limits').press('Tab');
  await expect(page.getByText('No limits yet: 30 of the 40 runs')).toBeVisible();

  await points(page).last().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/results\/0b9c2a54/);
});

test('the runs and the chart are saved as files', async ({ page }) => {
  await withRuns(page, dailyRuns(22, { 21: { shiftPpm: 190, name: '=Plate "22"' } }));
  await page.goto('/quality');
  await expect(points(page)).toHaveCount(22);
  const lines = (await saved(page, 'Save the runs (CSV)')).split('\r\n');
  expect(lines).toHaveLength(24);
  expect(lines[0]).toMatch(/^\ufeffjob,name,instrument,time,/);
  expect(lines[22]).toMatch(/,"?'=Plate/);
  expect(lines[22]).toContain(',190,');
  expect(lines[22]).toContain('1-3s 1-2s');
  const svg = await saved(page, 'Save the chart (SVG)');
  expect(svg).toMatch(/^<\?xml/);
  expect(svg).toContain('<title>Calibration shift, FLEX-1</title>');
});

test('controls that are declared now are judged in older runs, too', async ({ page }) => {
  await withRuns(page, dailyRuns(6, { 4: { control: 'Klebsiella variicola' } }));
  await page.goto('/quality');
  await expect(points(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Add the control' }).click();
  await expect(page.getByRole('alert')).toHaveText(/^Give the name of the control/);
  await declare(page, 'atcc-13883', 'K. pneumoniae');
  await expect(points(page).nth(4)).toHaveAccessibleName(
    /Control ATCC 13883 \(A1\) was called Klebsiella variicola where K\. pneumoniae was declared\./,
  );
  await declare(page, 'ATCC 13883', 'Klebsiella pneumoniae');
  await expect(page.getByRole('alert')).toHaveText(/^That is a control already\./);
  await page.getByRole('button', { name: 'Remove the control atcc-13883' }).click();
  await declare(page, 'ATCC 13883', 'Klebsiella pneumoniae');
  await expect(points(page).nth(4)).toHaveAccessibleName(
    /where Klebsiella pneumoniae was declared\./,
  );
  await expect(points(page).nth(3)).toHaveAccessibleName(
    /Control ATCC 13883 \(A1\) was called Klebsiella pneumoniae, as declared\./,
  );
  await reload(page);
  await expect(points(page).nth(4)).toHaveAccessibleName(
    /where Klebsiella pneumoniae was declared\./,
  );
});

test('a run whose control fails says so at its head, under Needs attention and in its report', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  const results = page.url();
  // The first named sample is declared to be something else.
  const named = sampleRows(page).filter({ hasText: 'K. variicola' }).first();
  const name = /SIM-\S+/.exec(await named.innerText())![0];
  await page.goto('/quality');
  await declare(page, name, 'Klebsiella aerogenes');
  await allStored(page);
  await page.goto(results);
  const head = page.getByText(
    new RegExp(
      `^Control ${name} \\(.+\\) was called Klebsiella variicola where Klebsiella aerogenes was declared\\.$`,
    ),
  );
  await expect(head).toBeVisible();
  await expect(
    page.getByText('Repeat the control before the run’s results are used.'),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '1 control fails' }).click();
  await expect(sampleRows(page)).toHaveCount(1);
  await page.goto(`${results.split('?')[0]}/report`);
  const report = page.getByRole('region', { name: 'The report' });
  await expect(report).toContainText(`Control ${name}`);
  // At its head, and among the controls.
  await expect(report.getByText(`Control ${name}`)).toHaveCount(2);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the chart is accessible, wide and narrow (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await withRuns(
      page,
      dailyRuns(40, {
        30: { shiftPpm: 190, control: 'Klebsiella variicola', failed: ['A1', 'B3', 'C7'] },
        31: { shiftPpm: 121, control: 'No reliable identification' },
      }),
    );
    await page.goto('/quality');
    await declare(page, 'ATCC 13883', 'Klebsiella pneumoniae');
    await expect(points(page).nth(30)).toHaveAccessibleName(/was declared/);
    expect.soft(await axeFaults(page), 'wide').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect.soft(await axeFaults(page), 'narrow').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
}

test('five hundred jobs are charted and judged', async ({ page }) => {
  await withRuns(page, dailyRuns(500, { 480: { shiftPpm: 190 } }));
  await page.goto('/jobs');
  await expect(page.getByRole('link', { name: /^Plate 500/ })).toBeVisible();
  await page.getByRole('link', { name: 'Quality over time' }).click();
  await expect(points(page)).toHaveCount(500);
  await expect(points(page).nth(480)).toHaveAccessibleName(/Rule 1-3s/);
  await declare(page, 'ATCC 13883', 'Klebsiella pneumoniae');
  await expect(points(page).nth(480)).toHaveAccessibleName(/as declared/);
});
