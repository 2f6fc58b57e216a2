import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropOnPage } from './drop';
import { jobStatus, reload, rowTexts, runExample, sampleRows } from './pages';
import { expect, test as runsTest } from './runs';
import { watch } from './watch';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** L29, which all of the model's species show, and an m/z with no peak. */
const TABLE = 'name;mz;tolerance_ppm;gene\nL29 of Klebsiella;7244,5;500;rpmC\nNothing;15500;;\n';

/** Writes a table into a folder of its own and returns its path. */
type PutTable = (name: string, text: string) => Promise<string>;

const test = runsTest.extend<{ putTable: PutTable }>({
  putTable: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-watch-'));
    await use(async (name, text) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    });
    await rm(folder, { recursive: true });
  },
});

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const card = (page: Page, name: RegExp) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, level: 2 }) });

async function addTable(page: Page, path: string): Promise<void> {
  await page.goto('/models');
  await dropOnPage(page, [path]);
  await page.getByRole('button', { name: 'Watch these peaks' }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('Its peaks are looked for in new jobs')).toBeVisible();
}

async function exported(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: format }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

test('watched peaks are in table, panel, plot and exports, also after their list is removed', async ({
  page,
  putTable,
}) => {
  const complaints = await watch(page);
  const path = await putTable('plasmids.csv', TABLE);
  await page.goto('/models');
  await dropOnPage(page, [path]);
  await expect(page.getByRole('list', { name: 'What the files were taken for' })).toContainText(
    'table of peaks to watch',
  );
  await expect(page.getByText('The column "gene" is not used.')).toBeVisible();
  await page.getByLabel('Title').fill('Plasmids');
  expect.soft(await faults(page), 'form').toEqual([]);
  await page.getByRole('button', { name: 'Watch these peaks' }).click();
  const own = card(page, /^Plasmids/);
  await expect(own).toContainText('plasmids.csv');
  await expect(own.getByRole('checkbox')).toBeChecked();
  await expect(own.getByRole('row')).toHaveCount(3);
  expect.soft(await faults(page), 'card').toEqual([]);

  await page.getByRole('link', { name: 'Identify' }).first().click();
  await expect(page.getByText('Watched peaks: Plasmids')).toBeVisible();
  await runExample(page);

  await test.step('table', async () => {
    await expect(page.getByRole('columnheader', { name: 'Watched peaks' })).toBeVisible();
    const rows = (await rowTexts(page)).filter((text) => text.includes('of 2 found'));
    expect(rows.filter((text) => text.includes('1 of 2 found')).length).toBeGreaterThan(5);
    await page.getByLabel('Watched peaks').selectOption('found');
    await expect(page).toHaveURL(/watched=found/);
    const shown = Number(/(\d+) of 94 shown/.exec(await page.locator('.tools').innerText())?.[1]);
    expect(shown).toBeGreaterThan(60);
    await page.getByLabel('Watched peaks').selectOption('not-looked-for');
    await expect(sampleRows(page).first()).toContainText('not looked for');
    await page.getByLabel('Watched peaks').selectOption('found');
  });

  await sampleRows(page).first().click();
  await test.step('panel', async () => {
    const section = page.getByRole('region', { name: 'Watched peaks', exact: true });
    const found = section.getByRole('row', { name: /^L29 of Klebsiella/ });
    await expect(found).toContainText(/found,\s+±500 ppm\s*7244\.5/);
    await expect(found).toContainText('ppm');
    await expect(section.getByRole('row', { name: /^Nothing/ })).toContainText('not found');
    await expect(section).toContainText('It changes no call');
  });

  await test.step('plot', async () => {
    await expect(page.getByRole('application', { name: /^Spectrum of / })).toBeVisible();
    await expect(page.getByText('Watched peaks:', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'SVG' }).click();
    const svg = await readFile(await (await downloading).path(), 'utf8');
    expect(svg).toContain('L29 of Klebsiella');
    expect(svg).toContain('diamonds: watched peaks');
  });
  expect.soft(await faults(page), 'results').toEqual([]);

  const before = await exported(page, 'TSV');
  const [header = '', first = ''] = before.split('\n');
  const column = header.split('\t').indexOf('watch_l29_of_klebsiella');
  expect(column).toBeGreaterThan(0);
  expect(header.split('\t')).toContain('watch_recalibrated');
  expect(first.split('\t')[column]).toMatch(/^(?:not )?found$/);

  await test.step('the list is removed', async () => {
    const address = new URL(page.url());
    // The panel of the sample takes the room of the column.
    address.searchParams.delete('sample');
    await page.goto('/models');
    await card(page, /^Plasmids/)
      .getByRole('button', { name: 'Remove …' })
      .click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(card(page, /^Plasmids/)).toHaveCount(0);
    await page.goto(address.href);
    await expect(sampleRows(page).first()).toContainText('1 of 2 found');
    expect(await exported(page, 'TSV')).toBe(before);
  });
  expect(complaints).toEqual([]);
});

test('a list that is switched off is not searched for, and a broken one is refused with the reason', async ({
  page,
  putTable,
  makeRun,
}) => {
  await page.goto('/models');
  await dropOnPage(page, [await putTable('bad.csv', 'name,mz\nA,11109,6\n')]);
  const refusal = page.getByText('Line 2: there are 3 cells, but the first line names 2 columns.');
  await expect(refusal.first()).toBeVisible();
  await expect(page.getByText(/Separate the columns by semicolons/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await addTable(page, await putTable('one.csv', 'name,mz\nL29,7244.5\n'));
  const run = await makeRun('plate.zip', '--spots', '4', '--seed', '7');
  await page.getByRole('link', { name: 'Identify' }).first().click();
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  expect((await rowTexts(page)).join('\n')).toContain('L29: found at 72');

  await page.goto('/models');
  await card(page, /^one/).getByRole('checkbox').uncheck();
  await reload(page);
  await expect(card(page, /^one/).getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('link', { name: 'Identify' }).first().click();
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('columnheader', { name: 'Watched peaks' })).toHaveCount(0);
  await expect(page.getByLabel('Watched peaks')).toHaveCount(0);
});

test('the template of a table of peaks can be read', async ({ page }) => {
  await page.goto('/models');
  await page.getByText('How to write a table of peaks to watch').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a table of peaks to begin with' }).click();
  await dropOnPage(page, [await (await downloading).path()]);
  await expect(page.getByText('A table of 2 peaks to watch.')).toBeVisible();
  await expect(page.getByRole('row', { name: /two protons/ })).toContainText('5555.0');
});
