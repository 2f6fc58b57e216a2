import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { readWorkbook, recordsOf, withoutTimes } from '../builders/read-workbook';
import { choose } from './drop';
import { jobStatus, sampleRows, tableDrawn } from './pages';
import { expect, test } from './runs';

async function exported(page: Page, label: RegExp): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: label }).click();
  return downloading;
}

test('a job is exported as a workbook, and as CSV with a decimal comma', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('plate.zip', '--spots', '12', '--seed', '7');
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await tableDrawn(page);

  const menu = page.getByRole('button', { name: 'Export' });
  await menu.click();
  const book = await exported(page, /^Excel workbook/);
  expect(book.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = await readFile(await book.path());
  const sheets = Object.fromEntries(readWorkbook(bytes).map((sheet) => [sheet.name, sheet]));
  expect(Object.keys(sheets)).toEqual(['samples', 'spectra', 'markers', 'quality', 'record']);
  const samples = recordsOf(sheets['samples']!).filter((row) => row['Call'] !== null);
  expect(samples).toHaveLength(12);
  expect(sheets['spectra']!.rows.length).toBeGreaterThanOrEqual(12);
  const markers = recordsOf(sheets['markers']!);
  expect(markers.some((row) => typeof row['Found m/z'] === 'number')).toBe(true);
  const record = new Map(sheets['record']!.rows.map(([what, value]) => [what, value]));
  expect(record.get('Computed by')).toMatch(/^ktyper \d/);
  expect(record.get('Model, SHA-256')).toMatch(/^[0-9a-f]{64}$/);
  expect(record.get('Setting, recipe')).toBe('spectracl-1');

  await menu.click();
  const again = await readFile(await (await exported(page, /^Excel workbook/)).path());
  expect(withoutTimes(again)).toEqual(withoutTimes(bytes));

  await menu.click();
  const comma = page.getByRole('menuitemcheckbox', { name: /^Decimal comma in CSV/ });
  await expect(comma).not.toBeChecked();
  await comma.click();
  await expect(comma).toBeChecked();
  const csv = await readFile(await (await exported(page, /^CSV/)).path(), 'utf8');
  const [head, first] = csv.split('\r\n');
  expect(head).toMatch(/^\ufeffsample;spot;call;/);
  expect(first).toMatch(/;-?\d+,\d+;/);

  await sampleRows(page).first().click();
  const panel = page.getByRole('heading', { name: 'How it was computed' }).locator('..');
  await expect(panel).toContainText('ktyper');
  await expect(panel).toContainText(String(record.get('Model, SHA-256')));
  await expect(panel).toContainText('recipe spectracl-1');
});
