import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  LABORATORY_FEATURES,
  LABORATORY_TREE,
  laboratoryModel,
  maliciousModel,
} from '../builders/laboratory-model';
import { THREE_TAXA } from '../builders/marker-table';
import { rawForest, writeRawModel } from '../builders/skl2onnx';
import { tinyPackFiles } from '../builders/tiny-pack';
import { ChangingHost } from './changing-host';
import { dropOnPage } from './drop';
import { jobStatus, offlineReady, reload, rowTexts, sampleRows } from './pages';
import { expect, test as runsTest } from './runs';
import { watch } from './watch';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HISTORIC = fileURLToPath(
  new URL('../../../shared/data/sklearn-models/historic-ktyper-0.0.1.model.bin', import.meta.url),
);

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a folder of their own and returns their paths in the same order. */
type PutFiles = (files: Files) => Promise<readonly string[]>;

const test = runsTest.extend<{ putFiles: PutFiles }>({
  putFiles: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-models-'));
    let put = 0;
    await use(async (files) => {
      const place = join(folder, `${put++}`);
      await mkdir(place);
      return Promise.all(
        Object.entries(files).map(async ([name, content]) => {
          await writeFile(join(place, name), content);
          return join(place, name);
        }),
      );
    });
    await rm(folder, { recursive: true });
  },
});

const LABORATORY: Files = {
  'model.bin': laboratoryModel('numbers'),
  'features_selected.txt': LABORATORY_FEATURES,
};

async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose model files' }).click();
  await (await asked).setFiles([...paths]);
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const card = (page: Page, name: RegExp) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, level: 2 }) });

/** Adds the laboratory's model with names for its classes, and selects it for new jobs. */
async function addLaboratoryModel(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto('/models');
  await dropOnPage(page, paths);
  await page.getByLabel('Title').fill('Our forest');
  await page.getByLabel('Class 0').fill('Genus alpha');
  await page.getByLabel('Class 1').fill('Genus beta');
  await page.getByRole('button', { name: 'Add this model' }).click();
  await expect(page.getByText('Our forest 1.0.0 was added and has passed')).toBeVisible();
  await page.getByRole('button', { name: 'Use it for new jobs' }).click();
  await expect(page.getByText('It is used for new jobs.')).toBeVisible();
}

test('a laboratory’s pickle becomes a model that names the species of a job', async ({
  page,
  putFiles,
  makeRun,
}) => {
  const complaints = await watch(page);
  const paths = await putFiles(LABORATORY);
  await page.goto('/models');
  await dropOnPage(page, paths);
  // No job was created.
  await expect(page).toHaveURL(/\/models$/);
  const taken = page.getByRole('list', { name: 'What the files were taken for' });
  await expect(taken).toContainText(/model\.bin.*scikit-learn model/);
  await expect(taken).toContainText(/features_selected\.txt.*features list/);
  expect.soft(await faults(page), 'form').toEqual([]);

  await addLaboratoryModel(page, paths);
  const own = card(page, /^Our forest/);
  await expect(own).toContainText('Added on this computer on');
  await expect(own).toContainText('Used for new jobs');
  await expect(own).toContainText('Genus alpha');
  await own.getByRole('button', { name: 'Run it now' }).click();
  await expect(own).toContainText('Passed just now');
  expect.soft(await faults(page), 'card').toEqual([]);

  const run = await makeRun('plate.zip', '--spots', '12', '--seed', '7');
  await page.getByRole('link', { name: 'Identify' }).first().click();
  await expect(page.getByText('Model: Our forest 1.0.0')).toBeVisible();
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Our forest 1.0.0').first()).toBeVisible();
  await expect(sampleRows(page).first()).toContainText(/Genus (?:alpha|beta)|G\. (?:alpha|beta)/);
  // After a reload the page finds the model again, and the job still states it.
  await reload(page);
  await expect(page.getByText('Our forest 1.0.0').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what is typed about a model stays in another language, and ends with the page', async ({
  page,
  putFiles,
}) => {
  await page.goto('/models');
  await dropOnPage(page, await putFiles(LABORATORY));
  await page.getByLabel('Title').fill('Our forest');
  await page.getByLabel('Class 0').fill('Genus alpha');
  await page.getByRole('checkbox', { name: 'Run the marker model beside it' }).uncheck();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('input[type=text]').first()).toHaveValue('Our forest');
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('en');
  await expect(page.getByLabel('Title')).toHaveValue('Our forest');
  await expect(page.getByLabel('Class 0')).toHaveValue('Genus alpha');
  await page.getByLabel('Class 1').fill('Genus beta');
  await expect(page.getByRole('main').getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('button', { name: 'Add this model' }).click();
  await expect(page.getByText('Our forest 1.0.0 was added and has passed')).toBeVisible();

  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(page.getByText('was added and has passed')).toHaveCount(0);
});

test('a job stays readable when its model is removed', async ({ page, putFiles, makeRun }) => {
  await addLaboratoryModel(page, await putFiles(LABORATORY));
  const run = await makeRun('plate.zip', '--spots', '6', '--seed', '7');
  await page.goto('/');
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  const job = page.url();
  const rows = await rowTexts(page);

  await page.goto('/models');
  const own = card(page, /^Our forest/);
  await own.getByRole('button', { name: 'Remove …' }).click();
  await expect(own.getByRole('button', { name: 'Keep it' })).toBeFocused();
  expect.soft(await faults(page), 'asking').toEqual([]);
  await own.getByRole('button', { name: 'Keep it' }).click();
  await expect(own.getByRole('button', { name: 'Remove …' })).toBeFocused();
  await own.getByRole('button', { name: 'Remove …' }).click();
  await own.getByRole('button', { name: 'Remove it' }).click();
  await expect(own).toHaveCount(0);

  await page.goto(job);
  await expect(sampleRows(page).first()).toBeVisible();
  expect(await rowTexts(page)).toEqual(rows);
  await expect(page.getByText('Our forest 1.0.0').first()).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Model: Our forest')).toHaveCount(0);
});

test('a pickle that would run a program is refused by name', async ({ page, putFiles }) => {
  await page.goto('/models');
  await chooseFiles(
    page,
    await putFiles({ 'model.bin': maliciousModel(), 'features_selected.txt': LABORATORY_FEATURES }),
  );
  const refusal = page
    .getByRole('main')
    .getByText(/This file asks for os\.system, which a model never needs/);
  await expect(refusal).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add this model' })).toHaveCount(0);
  expect.soft(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(refusal).toHaveCount(0);
});

test('a model and its features list may be chosen one after the other', async ({
  page,
  putFiles,
}) => {
  const [model, features] = await putFiles(LABORATORY);
  await page.goto('/models');
  await chooseFiles(page, [model!]);
  await expect(
    page.getByRole('main').getByText(/only a list can tell which bins they are/),
  ).toBeVisible();
  await chooseFiles(page, [features!]);
  await expect(page.getByRole('button', { name: 'Add this model' })).toBeVisible();
});

test('a table of masses says before it is added which taxa it cannot distinguish', async ({
  page,
  putFiles,
}) => {
  await page.goto('/models');
  await chooseFiles(page, await putFiles({ 'three taxa.csv': THREE_TAXA }));
  const unresolved = page.getByRole('group', { name: 'What this model cannot tell apart' });
  await expect(unresolved).toContainText(
    'Genus beta and Genus gamma cannot be told apart: they differ only in L25',
  );
  expect.soft(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add this model' }).click();
  const own = card(page, /^three taxa/);
  await expect(own).toContainText('3 loci');
  await expect(own).toContainText('Genus beta or Genus gamma');
});

test('a pack is added, exported and added again, and a damaged one is refused with the failed check', async ({
  page,
  putFiles,
}) => {
  const { manifest, graph } = await tinyPackFiles();
  const damaged = graph.slice();
  damaged[30]! ^= 1;
  await page.goto('/models');
  await chooseFiles(page, await putFiles({ 'manifest.json': manifest, 'model.onnx': damaged }));
  await page.getByRole('button', { name: 'Add this model' }).click();
  const refusal = page
    .getByRole('main')
    .getByText(/is not the one that its manifest names: its SHA-256 is/);
  await expect(refusal).toBeVisible();
  expect.soft(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await chooseFiles(page, await putFiles({ 'manifest.json': manifest, 'model.onnx': graph }));
  await page.getByRole('button', { name: 'Add this model' }).click();
  await expect(card(page, /^Tiny/)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await card(page, /^Tiny/).getByRole('button', { name: 'Download the pack' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('tiny-1.0.0.zip');
  const zip = await readFile(await file.path());

  await card(page, /^Tiny/).getByRole('button', { name: 'Remove …' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await chooseFiles(page, await putFiles({ 'tiny.zip': zip }));
  await page.getByRole('button', { name: 'Add this model' }).click();
  await expect(card(page, /^Tiny/)).toBeVisible();
});

for (const zipMap of [false, true]) {
  const how = zipMap ? 'with' : 'without';
  test(`an ONNX file of the usual converter, ${how} ZipMap, names the species of a job`, async ({
    page,
    putFiles,
    makeRun,
  }) => {
    const classes = ['Genus alpha', 'Genus beta'];
    const model = rawForest([LABORATORY_TREE], classes, { zipMap, features: 4 });
    await page.goto('/models');
    await chooseFiles(
      page,
      await putFiles({
        'forest.onnx': writeRawModel(model),
        'features_selected.txt': LABORATORY_FEATURES,
      }),
    );
    await page.getByLabel('Title').fill('Our converted forest');
    await page.getByRole('button', { name: 'Add this model' }).click();
    const own = card(page, /^Our converted forest/);
    await expect(own).toContainText('Genus alpha');
    await page.getByRole('button', { name: 'Use it for new jobs' }).click();
    const run = await makeRun('plate.zip', '--spots', '8', '--seed', '7');
    await page.getByRole('link', { name: 'Identify' }).first().click();
    await dropOnPage(page, [run]);
    await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
    await expect(sampleRows(page).first()).toContainText(/Genus (?:alpha|beta)|G\. (?:alpha|beta)/);
  });
}

test('another tab sees that a model was added or removed', async ({ page, context, putFiles }) => {
  const other = await context.newPage();
  await other.goto('/models');
  await expect(card(other, /Klebsiella/)).toBeVisible();
  await addLaboratoryModel(page, await putFiles(LABORATORY));
  await expect(card(other, /^Our forest/)).toBeVisible();
  await card(other, /^Our forest/)
    .getByRole('button', { name: 'Remove …' })
    .click();
  await other.getByRole('button', { name: 'Remove it' }).click();
  await expect(card(page, /^Our forest/)).toHaveCount(0);
});

test('an added model works without a network', async ({ browser, app, putFiles }) => {
  const context = await browser.newContext({ baseURL: app.url });
  const page = await context.newPage();
  await page.goto('/models');
  await offlineReady(page);
  await context.setOffline(true);
  await addLaboratoryModel(page, await putFiles(LABORATORY));
  await reload(page);
  await expect(card(page, /^Our forest/)).toBeVisible();
  await context.close();
});

test('the template of a marker table can be read', async ({ page }) => {
  await page.goto('/models');
  await page.getByText('How to write a table of marker masses').click();
  expect.soft(await faults(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a table to begin with' }).click();
  const path = await (await downloading).path();
  await chooseFiles(page, [path]);
  await expect(page.getByText('All its taxa can be told apart by their masses.')).toBeVisible();
});

test('the historic model is imported with names for its ten classes', async ({ page }) => {
  test.skip(!existsSync(HISTORIC), 'The historic model is not here.');
  await page.goto('/models');
  await chooseFiles(page, [HISTORIC]);
  await expect(page.getByText(/1000 trees with 28734 nodes/)).toBeVisible();
  await expect(page.getByLabel(/^Class \d/)).toHaveCount(10);
  await page.getByRole('button', { name: 'Add this model' }).click();
  await expect(page.getByText(/was added and has passed its checks/)).toBeVisible();
});

test('a host’s model that was half copied is fetched again once it is whole', async ({ page }) => {
  const host = await ChangingHost.start();
  await page.goto(`${host.url}/models`);
  await offlineReady(page);
  const { manifest, graph } = await tinyPackFiles();
  const list = JSON.parse(await host.read('models/index.json')) as { models: object[] };
  const [shipped] = list.models as { path: string }[];
  await host.copy(`models/${shipped!.path}`, 'models/tiny/1.0.0');
  await host.change({
    'models/tiny/1.0.0/manifest.json': manifest,
    'models/tiny/1.0.0/model.onnx': graph.slice(0, -9),
    'models/index.json': JSON.stringify({
      ...list,
      models: [...list.models, { id: 'tiny', version: '1.0.0', path: 'tiny/1.0.0' }],
    }),
  });
  await reload(page);
  await expect(page.getByText(/has \d+ bytes, but its manifest says/)).toBeVisible();
  await host.change({ 'models/tiny/1.0.0/model.onnx': graph });
  await reload(page);
  await expect(card(page, /^Tiny/)).toContainText('Came with this site');
  await host.stop();
  await reload(page);
  await expect(card(page, /^Tiny/)).toBeVisible();
  await host.remove();
});
