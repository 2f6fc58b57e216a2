import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../builders/headless-job';
import { LABORATORY_FEATURES, laboratoryModel } from '../builders/laboratory-model';
import { buildMixedRun, type Isolate } from '../builders/mixed-run';
import { dropOnPage } from './drop';
import { jobStatus, rowTexts, sampleRows } from './pages';
import { expect, test as runsTest } from './runs';
import { watch } from './watch';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ISOLATES: readonly Isolate[] = ['klebsiella', 'foreign', 'klebsiella', 'foreign', 'foreign'];

/** A laboratory's model, and a run of two genera, as files. */
const test = runsTest.extend<{
  files: { readonly model: readonly string[]; readonly run: string };
}>({
  files: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-watched-'));
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

async function addModel(page: Page, paths: readonly string[], isWatched = true): Promise<void> {
  await page.goto('/models');
  await dropOnPage(page, [...paths]);
  await page.getByLabel('Title').fill('Our forest');
  const beside = page.getByRole('form').getByLabel('Run the marker model beside it');
  await expect(beside).toBeChecked();
  if (!isWatched) await beside.uncheck();
  await page.getByRole('button', { name: 'Add this model' }).click();
  await page.getByRole('button', { name: 'Use it for new jobs' }).click();
  await expect(page.getByText('It is used for new jobs.')).toBeVisible();
}

async function runJob(page: Page, run: string): Promise<void> {
  // By its link: a page that is loaded anew may come before the setting was kept.
  await page.getByRole('link', { name: 'Identify' }).first().click();
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

  // The head's button and the filter are one; the address keeps it.
  await page.getByRole('button', { name: 'Show these samples' }).click();
  await expect(sampleRows(page)).toHaveCount(3);
  await expect(page).toHaveURL(/pattern=no/);
  await page.getByLabel('Klebsiella pattern').selectOption({ label: 'Klebsiella pattern: yes' });
  await expect(sampleRows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();

  await sampleRows(page).filter({ hasText: 'foreign 2' }).click();
  const panel = page.getByRole('region', { name: /foreign 2/ });
  await expect(panel).toContainText('which runs beside this one, says: “');
  await expect(panel).toContainText('confirm the genus by another method');
  await expect(panel.getByRole('heading', { name: 'Klebsiella pattern' })).toBeVisible();
  expect.soft(await faults(page), 'panel').toEqual([]);

  // All of it is read back.
  await page.reload();
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('on a narrow page each row says it in words', async ({ page, files }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await addModel(page, files.model);
  await runJob(page, files.run);
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
  const row = sampleRows(page).filter({ hasText: 'foreign 2' });
  await expect(row.getByText('Klebsiella pattern:', { exact: true })).toBeVisible();
  await expect(row.getByText('No', { exact: true })).toBeVisible();
  expect.soft(await faults(page)).toEqual([]);
});

test('it can be switched off, when a model is added and on its card', async ({ page, files }) => {
  await addModel(page, files.model, false);
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
  await runJob(page, files.run);
  await expect(page.getByRole('main').getByText(LACKING)).toBeVisible();
});
