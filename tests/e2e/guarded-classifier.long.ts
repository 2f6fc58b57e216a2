import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../builders/headless-job';
import { LABORATORY_FEATURES, laboratoryModel } from '../builders/laboratory-model';
import { buildMixedRun, type Isolate } from '../builders/mixed-run';
import { dropOnPage } from './drop';
import { jobStatus, reload, rowTexts, sampleRows } from './pages';
import { expect, test as runsTest } from './runs';
import { watch } from './watch';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  ['light', 1280],
  ['light', 1140],
  ['dark', 390],
] as const;
const ISOLATES: readonly Isolate[] = ['klebsiella', 'foreign', 'klebsiella', 'foreign', 'foreign'];

/** A laboratory's model, and a run of two genera, as files. */
const test = runsTest.extend<{
  files: { readonly model: readonly string[]; readonly run: string };
}>({
  files: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-guarded-'));
    const put = async (name: string, content: string | Uint8Array) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    };
    const { blob } = zipOf(buildMixedRun(ISOLATES, { title: 'Two genera' }));
    await use({
      model: [
        await put('model.bin', laboratoryModel('numbers')),
        await put('features_selected.txt', LABORATORY_FEATURES),
      ],
      run: await put('run.zip', new Uint8Array(await blob.arrayBuffer())),
    });
    await rm(folder, { recursive: true });
  },
});

async function addModel(page: Page, paths: readonly string[], isGuarded = true): Promise<void> {
  await page.goto('/models');
  await dropOnPage(page, [...paths]);
  await page.getByLabel('Title').fill('Our forest');
  const beside = page.getByRole('form').getByLabel('Run the marker model beside it');
  await expect(beside).toBeChecked();
  if (!isGuarded) await beside.uncheck();
  await page.getByRole('button', { name: 'Add this model' }).click();
  await page.getByRole('button', { name: 'Use it for new jobs' }).click();
  // The page shows this once the choice is stored.
  await expect(page.getByText('It is used for new jobs.')).toBeVisible();
}

async function runJob(page: Page, run: string): Promise<void> {
  await page.goto('/');
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const LACKING = '3 of 5 samples show no Klebsiella pattern';

test('an imported model runs with the marker model beside it', async ({ page, files }) => {
  const complaints = await watch(page);
  await addModel(page, files.model);
  await runJob(page, files.run);
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Klebsiella pattern' })).toBeVisible();
  const rows = await rowTexts(page);
  expect(rows).toHaveLength(5);
  for (const [i, isolate] of ISOLATES.entries()) {
    const row = rows.find((text) => text.includes(`${isolate} ${i + 1}`)) ?? '';
    if (isolate === 'klebsiella') {
      expect(row).toMatch(/\bYes\b/);
    } else {
      expect(row).toMatch(/\bNo\b/);
      expect(row).toContain('Weak');
      expect(row).not.toMatch(/Moderate|High/);
    }
  }
  expect.soft(await faults(page), 'table').toEqual([]);

  // The button in the header sets the same filter as the selection, and the address contains it.
  await page.getByRole('button', { name: 'Show these samples' }).click();
  await expect(sampleRows(page)).toHaveCount(3);
  await expect(page).toHaveURL(/pattern=no/);
  await page
    .getByLabel('Klebsiella pattern', { exact: true })
    .selectOption({ label: 'Klebsiella pattern: yes' });
  await expect(sampleRows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();

  await sampleRows(page).filter({ hasText: 'foreign 2' }).click();
  const panel = page.getByRole('region', { name: /foreign 2/ });
  await expect(panel).toContainText('which runs beside this one, says: “');
  await expect(panel).toContainText('Confirm the genus by another method');
  await expect(panel.getByRole('heading', { name: 'Klebsiella pattern' })).toBeVisible();
  expect.soft(await faults(page), 'panel').toEqual([]);

  // After a reload the stored job says the same.
  await reload(page);
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('on a narrow page each row has the pattern in words', async ({ page, files }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await addModel(page, files.model);
  await runJob(page, files.run);
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
  const row = sampleRows(page).filter({ hasText: 'foreign 2' });
  await expect(row.getByText('Klebsiella pattern:', { exact: true })).toBeVisible();
  await expect(row.getByText('No', { exact: true })).toBeVisible();
  expect.soft(await faults(page)).toEqual([]);
});

test('the marker model can be switched off when a model is added, and on the model’s card', async ({
  page,
  files,
}) => {
  await addModel(page, files.model, false);
  await reload(page);
  const own = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: /^Our forest/, level: 2 }) });
  const beside = own.getByLabel('Run the marker model beside it');
  await expect(beside).not.toBeChecked();
  await expect(own).toContainText('That was switched off for this model.');
  expect.soft(await faults(page)).toEqual([]);
  await runJob(page, files.run);
  await expect(page.getByText('no marker model ran beside it')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Klebsiella pattern' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Models' }).first().click();
  await beside.check();
  await expect(own).toContainText('says beside it whether there is a Klebsiella pattern');
  await expect(own.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  await reload(page);
  await expect(beside).toBeChecked();
  await runJob(page, files.run);
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
});

test('the plate map shows a missing pattern in words and by a mark', async ({ page, files }) => {
  await addModel(page, files.model);
  await runJob(page, files.run);
  await page.getByRole('radio', { name: 'Plate' }).check({ force: true });
  const map = page.getByRole('grid', { name: /^Plate map/ });
  const lacking = map.getByRole('gridcell', { name: /, No Klebsiella pattern$/ });
  await expect(lacking).toHaveCount(3);
  await expect(map.locator('.warning')).toHaveCount(3);
  for (const spot of await lacking.all()) await expect(spot.locator('.warning')).toHaveCount(1);
  await lacking.first().hover();
  const main = page.getByRole('main');
  await expect(main.getByText(/foreign 2 · .* · No Klebsiella pattern/)).toBeVisible();
  await expect(main.getByText(/Triangle at the corner: no Klebsiella pattern/)).toBeVisible();
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await faults(page), `${colorScheme} ${width}`).toEqual([]);
  }
});

test('the comparison with another model shows a missing pattern, and so do its exports', async ({
  page,
  files,
}) => {
  await addModel(page, files.model);
  await runJob(page, files.run);
  await page.getByRole('button', { name: 'Run again with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run again with another model' });
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: /^Compare with/ }).click();
  await expect(page.getByText('5 samples shown')).toBeVisible();
  await expect(page.getByText(/^3 samples of A show no Klebsiella pattern/)).toBeVisible();
  const table = page.getByRole('table', { name: 'Samples by both models' });
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const row = table.getByRole('row').filter({ hasText: 'foreign 2' });
    const calls = row.getByRole('cell').filter({ hasText: /\S/ });
    // The note belongs to the classifier's call. The marker model's own call is a refusal already.
    const note = calls.filter({ hasText: 'Weak' }).getByText('No Klebsiella pattern');
    await expect(note).toBeVisible();
    // The rows change their layout in the next frame.
    const isWhole = () => note.evaluate((text) => text.scrollWidth <= text.clientWidth);
    await expect.poll(isWhole, `${width}: the words are cut`).toBe(true);
    await expect(
      table.getByRole('row').filter({ hasText: 'klebsiella 1' }).getByText('No Klebsiella pattern'),
    ).toHaveCount(0);
    expect.soft(await faults(page), `${colorScheme} ${width}`).toEqual([]);
  }

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Download' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^TSV/ }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const at = lines[0]!.indexOf('guard_pattern_a');
  const found = lines.slice(1).map((line) => [line[0], line[at]?.trim(), line[at + 1]?.trim()]);
  expect(found.sort()).toEqual(
    ISOLATES.map((isolate, i) => [
      `${isolate} ${i + 1}`,
      isolate === 'klebsiella' ? 'yes' : 'no',
      '',
    ]).sort(),
  );
});
