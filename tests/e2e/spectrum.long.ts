import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { choose } from './drop';
import { jobStatus, reload, sampleRows } from './pages';
import { expect, test } from './runs';

const COMPLETED = { timeout: 60_000 };

async function runFile(page: Page, path: string): Promise<void> {
  await page.goto('/');
  await choose(page, 'Choose files', path);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
}

function plotOf(page: Page): Locator {
  return page.getByRole('application', { name: /^Spectrum of / });
}

/** Opens a sample's panel and waits for its spectrum. */
async function openSpectrum(page: Page, row = 0): Promise<Locator> {
  await sampleRows(page).nth(row).click();
  const plot = plotOf(page);
  await expect(plot).toBeVisible();
  await plot.scrollIntoViewIfNeeded();
  return plot;
}

/** Returns the range of m/z that a plot shows, from its label. */
async function rangeOf(plot: Locator): Promise<{ from: number; to: number; width: number }> {
  const label = (await plot.getAttribute('aria-label')) ?? '';
  const [, from = NaN, to = NaN] = (/m\/z (\d+) to (\d+)$/.exec(label) ?? []).map(Number);
  return { from, to, width: to - from };
}

/** Returns how many pixels of a plot's canvas are drawn, and how many there are per CSS pixel. */
function inkOf(plot: Locator): Promise<{ drawn: number; density: number }> {
  return plot.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let drawn = 0;
    for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0]) drawn += 1;
    return { drawn, density: canvas.width / canvas.clientWidth };
  });
}

async function save(page: Page, label: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Save' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: label }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function faults(page: Page): Promise<string[]> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('a sample’s spectrum is sharp, and zooms and pans by wheel, drag and double click', async ({
  page,
  makeRun,
}) => {
  await runFile(page, await makeRun('plate.zip', '--spots', '6', '--seed', '7'));
  const plot = await openSpectrum(page);
  await expect.poll(async () => (await inkOf(plot)).drawn).toBeGreaterThan(1_000);
  const ratio = await page.evaluate(() => devicePixelRatio);
  expect((await inkOf(plot)).density).toBeCloseTo(ratio, 1);
  const whole = await rangeOf(plot);
  expect(whole.width).toBeGreaterThan(17_000);

  const box = (await plot.boundingBox())!;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await rangeOf(plot)).width).toBeLessThan(whole.width * 0.8);
  const zoomed = await rangeOf(plot);

  await page.keyboard.down('Shift');
  await page.mouse.down();
  await page.mouse.move(centre.x - 60, centre.y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const moved = await rangeOf(plot);
  expect(moved.from).toBeGreaterThan(zoomed.from);
  expect(Math.abs(moved.width - zoomed.width)).toBeLessThanOrEqual(1);

  await page.mouse.move(centre.x - 40, centre.y);
  await page.mouse.down();
  await page.mouse.move(centre.x + 40, centre.y, { steps: 4 });
  await page.mouse.up();
  expect((await rangeOf(plot)).width).toBeLessThan(moved.width / 2);

  await plot.dblclick();
  expect(await rangeOf(plot)).toEqual(whole);
  // When the whole spectrum is shown, turning the wheel down scrolls the panel.
  await page.waitForTimeout(300);
  await page.mouse.wheel(0, 200);
  expect(await rangeOf(plot)).toEqual(whole);
});

test('fingers move and zoom the spectrum', async ({ browser, app, makeRun }) => {
  const run = await makeRun('touch.zip', '--spots', '4', '--seed', '7');
  const context = await browser.newContext({
    baseURL: app.url,
    hasTouch: true,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await runFile(page, run);
  const plot = await openSpectrum(page);
  const whole = await rangeOf(plot);
  const box = (await plot.boundingBox())!;
  const session = await context.newCDPSession(page);
  const y = box.y + box.height / 2;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: xs.map((x, id) => ({ x: box.x + x, y, id })),
    });

  await touch('touchStart', 140, 180);
  for (const by of [20, 40, 60]) await touch('touchMove', 140 - by, 180 + by);
  await touch('touchEnd');
  const zoomed = await rangeOf(plot);
  expect(zoomed.width).toBeLessThan(whole.width / 2);

  await touch('touchStart', 250);
  for (const x of [220, 190, 160]) await touch('touchMove', x);
  await touch('touchEnd');
  const moved = await rangeOf(plot);
  expect(moved.from).toBeGreaterThan(zoomed.from);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});

test('the spectrum can be read with the keyboard and a screen reader', async ({
  page,
  makeRun,
}) => {
  await runFile(page, await makeRun('keys.zip', '--spots', '6', '--seed', '7'));
  const plot = await openSpectrum(page);
  await plot.focus();
  const whole = await rangeOf(plot);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('+');
  const zoomed = await rangeOf(plot);
  expect(zoomed.width).toBeLessThan(whole.width / 4);
  await page.keyboard.press('ArrowRight');
  expect((await rangeOf(plot)).from).toBeGreaterThan(zoomed.from);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('-');
  expect((await rangeOf(plot)).width).toBeGreaterThan(zoomed.width);
  await page.keyboard.press('Home');
  expect(await rangeOf(plot)).toEqual(whole);

  const spoken = page.getByRole('status').filter({ hasText: /^m\/z / });
  await page.keyboard.press('Shift+ArrowRight');
  await expect(spoken).toHaveText(/^m\/z \d+\.\d\d · [\d,]+ counts · [\d.]+ × noise/);
  const first = await spoken.innerText();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(spoken).not.toHaveText(first);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(spoken).toHaveText(first);

  const table = page.getByRole('table', { name: /^Largest peaks and found markers of SIM-/ });
  await page.getByText('Peak table').click();
  expect(await table.getByRole('row').count()).toBeGreaterThan(20);
  await expect(table.getByRole('cell', { name: /^[LS]\d+/ }).first()).toBeVisible();

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('In a spectrum: zoom in and out');
});

test('the spectrum is shown at each stage, enlarged, and beside another one and a taxon’s markers', async ({
  page,
  makeRun,
}) => {
  await runFile(page, await makeRun('stages.zip', '--spots', '12', '--seed', '7'));
  const plot = await openSpectrum(page);
  await expect(plot).toHaveAccessibleName(/, processed, /);
  await page.getByText('As measured').click();
  await expect(plot).toHaveAccessibleName(/, as measured, /);
  await page.getByText('Binned').click();
  await expect(plot).toHaveAccessibleName(/, binned, /);
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Enlarge the plot' }).click();
  const large = page.getByRole('dialog', { name: /^Spectrum of SIM-/ });
  await expect(large).toBeVisible();
  await large.getByLabel('Markers of').selectOption({ index: 2 });
  await large.getByLabel('Mirror').selectOption('another spectrum');
  const picker = large.getByRole('combobox', { name: 'Spectrum to compare with' });
  await expect(picker).toBeFocused();
  const options = large.getByRole('option').filter({ hasText: 'SIM-' });
  const all = await options.count();
  expect(all).toBeGreaterThan(5);
  await page.keyboard.type('a5');
  await expect(options).toHaveCount(1);
  const before = (await inkOf(plotOf(page))).drawn;
  await page.keyboard.press('Enter');
  await expect(picker).toHaveValue(/SIM-\d+ · A5/);
  await expect.poll(async () => (await inkOf(plotOf(page))).drawn).not.toBe(before);
  expect(await faults(page)).toEqual([]);

  const mirrored = (await inkOf(plotOf(page))).drawn;
  await large.getByLabel('Mirror').selectOption({ index: 3 });
  await expect(picker).toHaveCount(0);
  await expect.poll(async () => (await inkOf(plotOf(page))).drawn).not.toBe(mirrored);
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Enlarge the plot' })).toBeFocused();
  // The Escape key closed the enlarged plot alone, and the panel is still open.
  await expect(page.getByRole('region', { name: /SIM-/ })).toBeVisible();

  // The chosen stage stays the same from one sample to the next.
  await page.getByRole('button', { name: 'Next sample' }).click();
  await expect(plotOf(page)).toHaveAccessibleName(/, binned, /);
});

test('the spectrum is saved as an image, a drawing and a list of peaks', async ({
  page,
  makeRun,
}) => {
  await runFile(page, await makeRun('saved.zip', '--spots', '6', '--seed', '7'));
  await openSpectrum(page);

  const image = await save(page, 'Image (PNG)');
  expect(image.name).toMatch(/^SIM-\d+ [A-H]\d+\.png$/);
  expect(image.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(image.bytes.readUInt32BE(16)).toBe(2_400);

  const drawing = (await save(page, 'Drawing (SVG)')).bytes.toString('utf8');
  // The app's own policy lets no script parse text as a document.
  const elsewhere = await page.context().newPage();
  const read = await elsewhere.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      isWrong: parsed.querySelector('parsererror') !== null,
      lines: parsed.querySelectorAll('polyline').length,
      words: parsed.documentElement.textContent,
    };
  }, drawing);
  await elsewhere.close();
  expect(read.isWrong).toBe(false);
  expect(read.lines).toBeGreaterThan(10);
  expect(read.words).toContain('m/z');
  expect(read.words).toContain('For research use only. Not for use in diagnostic procedures.');
  expect(read.words).toMatch(/SHA-256 of the spectrum’s file: [0-9a-f]{64}/);

  const list = (await save(page, 'Peak list (TSV)')).bytes.toString('utf8').trimEnd().split('\n');
  const rows = list.map((line) => line.split('\t'));
  expect(rows[0]?.slice(0, 2)).toEqual(['mz', 'intensity']);
  expect(rows.length).toBeGreaterThan(30);
  const masses = rows.slice(1).map(([mz]) => Number(mz));
  expect(masses).toEqual(masses.toSorted((a, b) => a - b));
  expect(rows.some((row) => /^[LS]\d+/.test(row[4] ?? ''))).toBe(true);

  const csv = (await save(page, 'Peak list (CSV)')).bytes.toString('utf8');
  expect(csv.startsWith('\ufeffmz,intensity')).toBe(true);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length);
});

test('the spectrum is shown after a reload, and if files are not kept, the page asks for them once', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('kept.zip', '--spots', '4', '--seed', '7');
  const other = await makeRun('other.zip', '--spots', '4', '--seed', '8');
  await runFile(page, run);
  const results = page.url();
  await page.goto('/jobs');
  await expect(page.getByText(/of it [\d.]+ \wB the files of runs/)).toBeVisible();
  await page.goto(results);
  await openSpectrum(page);

  await page.goto('/jobs');
  await page.getByRole('button', { name: /^Remove the [\d.]+ \wB that are kept$/ }).click();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByText(/of it [\d.]+ \wB the files of runs/)).toBeVisible();
  await page.getByRole('button', { name: /^Remove the [\d.]+ \wB that are kept$/ }).click();
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(page.getByText('The jobs and their results are kept.')).toBeVisible();
  await page.goto(results);
  await sampleRows(page).first().click();
  await expect(page.getByText('Choose the run’s file again to see its spectra.')).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await choose(page, 'Choose the file', other);
  await expect(page.getByText('This spectrum is not among the files')).toBeVisible();
  await choose(page, 'Choose the file', run);
  await expect(plotOf(page)).toBeVisible();

  await reload(page);
  await expect(plotOf(page)).toBeVisible();
});

test('files are not kept if a person switches it off', async ({ page, makeRun }) => {
  const run = await makeRun('unkept.zip', '--spots', '4', '--seed', '7');
  await page.goto('/jobs');
  const setting = page.getByRole('checkbox', { name: /^Keep each run’s files/ });
  await expect(setting).toBeChecked();
  await setting.uncheck();
  await expect(setting).toHaveAttribute('aria-busy', 'false');
  await runFile(page, run);
  // The page has the files as long as it is open.
  await openSpectrum(page);
  await expect.poll(() => new URL(page.url()).searchParams.get('sample')).toBe('0');
  await reload(page);
  await expect(page.getByText('Keeping the files of runs is switched off')).toBeVisible();
});

test('spectra of a .tar.gz and of a folder are found again after a reload', async ({
  page,
  makeRun,
}) => {
  await runFile(page, await makeRun('run.tar.gz', '--spots', '6', '--seed', '7'));
  await openSpectrum(page, 3);
  await page.getByRole('button', { name: 'Previous sample' }).click();
  await expect(plotOf(page)).toHaveAccessibleName(/SIM-003/);
  // Of two samples in quick succession the address has the second a moment later.
  await expect.poll(() => new URL(page.url()).searchParams.get('sample')).toBe('2');
  await reload(page);
  await expect(plotOf(page)).toHaveAccessibleName(/SIM-003/);

  const folder = await makeRun('RUN', '--spots', '6', '--seed', '7');
  await page.goto('/');
  await choose(page, 'Choose folder', folder);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
  await openSpectrum(page, 2);
  await expect.poll(() => new URL(page.url()).searchParams.get('sample')).toBe('2');
  await reload(page);
  await expect(plotOf(page)).toBeVisible();
});

test('the plate map shows each spot, and leads to its sample', async ({ page, makeRun }) => {
  await runFile(page, await makeRun('plate.zip', '--spots', '30', '--seed', '7'));
  await page.getByText('Plate', { exact: true }).click();
  const plate = page.getByRole('grid', { name: /^Plate map/ });
  await expect(plate.getByRole('gridcell')).toHaveCount(96);
  await expect(plate.getByRole('gridcell', { name: /^H12: empty$/ })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await expect.poll(() => new URL(page.url()).searchParams.get('layout')).toBe('plate');
  await reload(page);
  await expect(plate).toBeVisible();

  const cell = (spot: string) => plate.getByRole('gridcell', { name: new RegExp(`^${spot}: `) });
  await cell('B2').hover();
  await expect(page.getByText(/^B2 SIM-013 · /)).toBeVisible();
  await cell('B2').click();
  const panel = page.getByRole('region', { name: /SIM-/ });
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('SIM-013');
  await expect(cell('B2')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('ArrowRight');
  await expect(cell('B3')).toBeFocused();
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('SIM-014');
  await panel.getByRole('button', { name: 'Next sample' }).click();
  await expect(cell('B4')).toHaveAttribute('aria-selected', 'true');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  await expect(plate.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  await expect(cell('A1')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('SIM-001');

  await page.getByRole('searchbox', { name: 'Search in the table' }).fill('SIM-013');
  await expect(cell('B2')).not.toHaveClass(/dimmed/);
  await expect(cell('B3')).toHaveClass(/dimmed/);

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await faults(page)).toEqual([]);
});

test('a plate of 384 spots and several plates are shown as they are', async ({ page, makeRun }) => {
  await runFile(page, await makeRun('big.zip', '--spots', '30', '--plate', '384', '--seed', '3'));
  await page.getByText('Plate', { exact: true }).click();
  await expect(page.getByRole('grid', { name: /^Plate map/ }).getByRole('gridcell')).toHaveCount(
    384,
  );
  await runFile(page, await makeRun('two.zip', '--spots', '120', '--seed', '3'));
  await page.getByText('Plate', { exact: true }).click();
  await expect(page.getByRole('grid', { name: /^Plate map/ })).toHaveCount(2);
});
