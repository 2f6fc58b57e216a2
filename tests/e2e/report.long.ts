import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { axeFaults } from '../../scripts/screens/axe-faults';
import { strangeMarkup } from '../builders/report';
import { expect, test } from './app';
import { jobStatus, reload, runExample } from './pages';

const LOGO = fileURLToPath(new URL('../../public/icons/ktyper-192.png', import.meta.url));

const paper = (page: Page) => page.getByRole('region', { name: 'The report as it is printed' });
const printing = (page: Page) => page.getByRole('button', { name: 'Print or save as PDF' });

async function openReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}\/report$/);
  await expect(printing(page)).toBeEnabled({ timeout: 60_000 });
}

/** Counts the pages of a PDF. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** What is at the right of the paper's edge, which a printer would cut off. */
function beyondPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.printed')!.shadowRoot!;
    const edge = document.documentElement.clientWidth + 1;
    return [...root.querySelectorAll('*')]
      .filter((one) => one.closest('svg') === null || one.tagName === 'svg')
      .filter((one) => one.getBoundingClientRect().right > edge)
      .map((one) => `${one.tagName}: ${one.textContent.slice(0, 40)}`);
  });
}

test('a job’s report is read, has the laboratory in its head, and becomes numbered pages', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto('/');
  await runExample(page);
  await openReport(page);
  await expect(page).toHaveTitle('Report of Simulated example run – ktyper');
  const report = paper(page);
  await expect(report.getByRole('heading', { level: 1 })).toHaveText('Simulated example run');
  await expect(report).toContainText(
    'For research use only. Not for use in diagnostic procedures.',
  );
  await expect(report).toContainText('of simulated spectra');
  await expect(report.getByRole('table', { name: 'Samples' }).getByRole('row')).toHaveCount(95);
  await expect(report).toContainText('2 calibration spots were left out of the samples');
  // Those that need attention, with their spectra and what decides.
  await expect(report.getByRole('img', { name: /^Spectrum of SIM-/ }).first()).toBeVisible();
  await expect(report.getByRole('img', { name: 'What tells the two apart' }).first()).toBeVisible();
  await expect(report.getByText('Performed by')).toBeVisible();
  expect(await axeFaults(page), 'report').toEqual([]);

  await page.getByRole('button', { name: 'Laboratory…' }).click();
  const dialog = page.getByRole('dialog', { name: 'The laboratory' });
  await dialog.getByLabel('Name of the laboratory').fill('Laboratory <b>North</b>');
  await dialog.getByLabel('Address').fill('1 Main Street\nTown');
  const choose = dialog.locator('input[type=file]');
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  await choose.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: svg });
  await expect(dialog.getByRole('alert')).toContainText('This is no PNG or JPEG');
  // It begins as a PNG does, and is none.
  const cut = (await readFile(LOGO)).subarray(0, 60);
  await choose.setInputFiles({ name: 'cut.png', mimeType: 'image/png', buffer: cut });
  await expect(dialog.getByRole('alert')).toContainText('damaged');
  await choose.setInputFiles(LOGO);
  await expect(dialog).toContainText('A logo of 192 × 192 pixels.');
  expect(await axeFaults(page), 'laboratory').toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(report).toContainText('Laboratory <b>North</b>');

  // It is kept for the next report.
  await reload(page);
  await expect(printing(page)).toBeEnabled({ timeout: 60_000 });
  await expect(report).toContainText('Laboratory <b>North</b>');
  await expect(report).toContainText('1 Main Street');
  await expect(report.getByRole('img', { name: 'Laboratory <b>North</b>' })).toBeVisible();
  expect(refused).toEqual([]);

  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format, preferCSSPageSize: true });
    const pages = pagesOf(pdf);
    expect(pages, format).toBeGreaterThan(5);
    expect(pages, format).toBeLessThan(40);
    const text = textOfPdf(pdf);
    if (text === null) continue;
    expect(text.split('\f').slice(0, -1), format).toHaveLength(pages);
    for (const [number, one] of text.split('\f').slice(0, -1).entries()) {
      expect(one).toContain(`Page ${number + 1} of ${pages}`);
      expect(one).toContain('Simulated example run');
      expect(one).toContain('For research use only.');
    }
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  // The narrower of the two papers has 186 mm beside its margins.
  await page.setViewportSize({ width: 688, height: 900 });
  expect(await beyondPaper(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688);
});

/** Reads what stands on the pages of a PDF; null where the program for it is not here. */
function textOfPdf(pdf: Buffer): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString('utf8');
  } catch {
    return null;
  }
}

test('a person chooses which samples are shown in detail, and saves the report as a file', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Report/ }).click();
  await expect(printing(page)).toBeEnabled({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Samples in detail…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Samples in detail' });
  await dialog.getByLabel('Those that I choose').check();
  await dialog.getByLabel('Find a sample').fill('SIM-002');
  await dialog.getByRole('checkbox', { name: /SIM-002/ }).setChecked(true);
  expect(await axeFaults(page), 'choice').toEqual([]);
  await dialog.getByRole('button', { name: 'Show these' }).click();
  await expect(page).toHaveURL(/\?detail=[\d.]+$/);
  await expect(paper(page).getByRole('heading', { name: 'Chosen samples' })).toBeVisible();
  await expect(paper(page).getByRole('heading', { name: /^SIM-002/ })).toBeVisible();
  await reload(page);
  await expect(paper(page).getByRole('heading', { name: /^SIM-002/ })).toBeVisible({
    timeout: 60_000,
  });

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as HTML' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Simulated example run.report.html');
  const html = await readFile(await download.path(), 'utf8');
  expect(strangeMarkup(html)).toEqual([]);
  expect(html).toContain('Chosen samples');

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeFaults(page), 'narrow').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page), 'dark').toEqual([]);
  await page.getByRole('link', { name: 'Back to the results' }).click();
  await expect(jobStatus(page, 'Completed')).toBeVisible();
});

test('the report says what a person decided beside the machine’s call, in French as well', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await page
    .getByRole('grid', { name: 'Samples' })
    .getByRole('row', { name: /SIM-002/ })
    .click();
  const panel = page.getByRole('region', { name: /SIM-002/ });
  await panel.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('Your initials, 2 to 4 letters').fill('ab');
  await page.getByRole('button', { name: 'Use these initials' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Mucoid <i>colony</i>');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(panel).toContainText('Mucoid <i>colony</i>');
  await openReport(page);
  await expect(paper(page).getByRole('table', { name: 'Review' })).toContainText(
    'Note: Mucoid <i>colony</i>',
  );
  const row = paper(page)
    .getByRole('table', { name: 'Samples' })
    .getByRole('row', { name: /SIM-002/ });
  await expect(row).toContainText('Mucoid <i>colony</i>');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await expect(page.getByRole('button', { name: 'Imprimer ou enregistrer en PDF' })).toBeEnabled({
    timeout: 60_000,
  });
  const french = page.getByRole('region', { name: 'Le compte rendu tel qu’il est imprimé' });
  await expect(french).toContainText('Pour la recherche uniquement.');
  await expect(french).toContainText('Réalisé par');
  expect(await axeFaults(page), 'French').toEqual([]);
});

test('the report of a job that is not here says so', async ({ page }) => {
  await page.goto('/results/no-such-job/report');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not on this computer');
});
