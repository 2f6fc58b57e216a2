import { unzipSync, zipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';
import { choose } from './drop';
import { jobStatus, rowTexts, runExample, sampleRows } from './pages';
import { expect, test } from './runs';

const COMPLETED = { timeout: 60_000 };

/** Adds a sample sheet to a run's archive that makes its first spectra one sample. */
async function groupFirst(path: string, count: number, sample: string): Promise<void> {
  const files = unzipSync(new Uint8Array(await readFile(path)));
  const uids = Object.entries(files)
    .filter(([name]) => name.endsWith('/acqu'))
    .flatMap(([, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      return /##\$CMT1= <BTS/.test(text) ? [] : (/##\$ID_raw= <(.+?)>/.exec(text)?.[1] ?? []);
    });
  const rows = uids.slice(0, count).map((uid) => `${uid}\t${sample}`);
  const sheet = ['spectrum_id\tsample_id', ...rows, ''].join('\n');
  files['sample_sheet.tsv'] = new TextEncoder().encode(sheet);
  await writeFile(path, zipSync(files));
}

test('a run, its samples and their measures have verdicts', async ({ page }) => {
  await page.goto('/');
  await runExample(page);

  const run = page.getByText(/^Quality of the run: \d+ pass/);
  await run.click();
  const choice = page.getByRole('button', { name: /^Show the \d+ (warnings?|failures?)$/ }).first();
  await expect(choice).toBeVisible();
  await expect(page.getByText(/^2 calibration spots show the known masses/)).toBeVisible();
  await expect(page.getByText(/^Calibration spot /)).toHaveCount(0);
  // An open list stays open when something else of the job changes.
  await page.getByRole('button', { name: /^Rename the job/ }).click();
  await page.getByRole('textbox', { name: 'Name of the job' }).fill('Ward 3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ward 3');
  await expect(choice).toBeVisible();

  const filter = page.getByRole('combobox', { name: 'Quality' });
  await filter.selectOption({ label: 'Quality: pass' });
  await expect(page).toHaveURL(/[?&]quality=pass/);
  const shown = await rowTexts(page);
  expect(shown.length).toBeGreaterThan(0);
  for (const row of shown) expect(row).toContain('Pass');
  await filter.selectOption({ label: 'Any quality' });

  await page.getByRole('button', { name: 'Quality', exact: true }).click();
  await page.getByRole('button', { name: 'Quality', exact: true }).click();
  await expect(page).toHaveURL(/sort=-quality/);
  await expect(sampleRows(page).first()).toContainText(/Fail|Warning/);

  await sampleRows(page).first().click();
  const quality = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({
      has: page.getByRole('heading', { name: /^Quality/ }),
    });
  await expect(quality.last()).toContainText('at least 13, fails below 7');
});

test('a refused call shows its nearest taxa and no probability', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await page.getByRole('searchbox').fill('No Klebsiella pattern');
  const row = sampleRows(page).first();
  await expect(row).toContainText('No Klebsiella pattern');
  expect(await row.innerText()).not.toMatch(/\d%/);
  await row.click();
  await expect(
    page.getByText(/neither is good enough|The relative that fits best, and the nearest/),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Probabilities' })).toHaveCount(0);
  await expect(page.getByText('Decided by the rule')).toContainText(/no-pattern|outgroup/);

  await page.getByText(/^All \d+ markers that were looked for$/).click();
  await expect(
    page.getByRole('region', { name: 'All markers' }).getByRole('row').nth(40),
  ).toBeAttached();
});

test('a sample shows the call of each of its replicates', async ({ page, makeRun }) => {
  const path = await makeRun('plate.zip', '--spots', '12', '--seed', '7');
  await groupFirst(path, 3, 'together');
  await page.goto('/');
  await choose(page, 'Choose files', path);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  const row = sampleRows(page).filter({ hasText: 'together' });
  await expect(row).toContainText(/\d of \d agree/);
  await row.click();
  await expect(page.getByRole('heading', { name: /^Replicates: \d of \d agree/ })).toBeVisible();
  const list = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Replicates/ }) })
    .last()
    .getByRole('listitem');
  await expect(list).toHaveCount(3);
  await expect(
    list.filter({ hasText: /agrees|does not contradict|no answer|contradicts/ }),
  ).not.toHaveCount(0);
});
