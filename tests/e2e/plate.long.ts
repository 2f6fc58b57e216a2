import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';
import { choose } from './drop';
import { jobStatus, reload, runExample, sampleRows } from './pages';
import { expect, test } from './runs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Checks the plate and what is around it. Other tests check the rest of the page. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('.workspace')
    .withTags(RULES)
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function showPlate(page: Page): Promise<Locator> {
  await page.getByRole('radio', { name: 'Plate' }).check({ force: true });
  const plate = page.getByRole('grid', { name: /^Plate map/ });
  await expect(plate.first()).toBeVisible();
  return plate;
}

const spotOf = (plate: Locator, spot: string) =>
  plate.getByRole('gridcell', { name: new RegExp(`^${spot}: `) });

async function saved(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Save plate' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a plate is coloured by the chosen value, which is also given in words and numbers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await runExample(page);
  const plate = await showPlate(page);
  const choice = page.getByRole('combobox', { name: 'Colour by' });
  await expect(choice).toHaveValue('call');
  await expect(plate.getByText('SIM-001', { exact: true })).toBeVisible();

  for (const [colouring, label, said] of [
    ['quality', 'Quality', /, quality (?:pass|warning|fail)$/],
    ['confidence', 'Confidence', /, (?:High|Moderate|Weak) [<>\d.]+%$/],
    ['shift', 'Calibration shift (ppm)', /, calibration shift [+−]?\d+ ppm$/],
    ['tilt', 'Calibration tilt (ppm a kDa)', /, calibration tilt [+−]?\d+ ppm a kDa$/],
    ['intensity', 'Total intensity (counts)', /, total intensity [\d,]+$/],
    ['order', 'Order of measurement', /, measured as number \d+$/],
  ] as const) {
    await choice.selectOption({ label });
    await expect(page.getByRole('group', { name: `Legend: ${label}` })).toBeVisible();
    const spots = plate.getByRole('gridcell', { name: said });
    // Nearly all of the 94 samples are named and measured.
    expect(await spots.count(), colouring).toBeGreaterThan(60);
    // The spot also contains the value that its colour shows.
    await expect(spots.first().locator('.value')).toHaveText(/\S/);
    await expect(spots.first().locator('.value')).toBeVisible();
  }
});

for (const [colorScheme, shown] of [
  ['light', ['quality', 'shift']],
  ['dark', ['confidence', 'intensity']],
] as const) {
  test(`a coloured plate is accessible (${colorScheme})`, async ({ page, makeRun }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/');
    await choose(page, 'Choose files', await makeRun('few.zip', '--spots', '24', '--seed', '7'));
    await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
    const plate = await showPlate(page);
    for (const colouring of shown) {
      await page.getByRole('combobox', { name: 'Colour by' }).selectOption(colouring);
      await expect(plate.locator('.value').first()).toBeVisible();
      expect.soft(await faults(page), colouring).toEqual([]);
    }
    // A filter fades the spot and its text.
    await page.getByRole('searchbox', { name: 'Search in the table' }).fill('SIM-013');
    await expect(plate.locator('.dimmed').first()).toBeVisible();
    expect.soft(await faults(page), 'filtered').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect.soft(await faults(page), 'narrow').toEqual([]);
  });
}

test('the colouring of a plate is remembered, and shows edge and drift', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await runExample(page);
  const plate = await showPlate(page);
  const choice = page.getByRole('combobox', { name: 'Colour by' });
  await choice.selectOption('shift');
  await expect(page).toHaveURL(/[?&]colour=shift/);
  await reload(page);
  await expect(choice).toHaveValue('shift');
  await expect(page.getByText(/^Mean at the edge: .* ppm \(\d+ spots\); inside: /)).toBeVisible();
  await expect(page.getByText(/^Mean in the third measured first: /)).toBeVisible();
  await expect(plate.getByRole('rowheader', { name: /^A, mean [+−]?\d+ ppm/ })).toBeVisible();
  await choice.selectOption('intensity');
  await page.getByRole('link', { name: 'Identify', exact: true }).click();
  await runExample(page);
  await showPlate(page);
  await expect(choice).toHaveValue('intensity');
});

test('without colours every number of a spot is written out', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await runExample(page);
  const plate = await showPlate(page);
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('shift');
  const named = plate.getByRole('gridcell', { name: /calibration shift/ });
  await expect(named.first().locator('.value')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a plate is saved as a picture that explains itself', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await page.getByRole('button', { name: /^Rename the job/ }).click();
  await page.getByRole('textbox', { name: 'Name of the job' }).fill('Ward <3> & "co"');
  await page.keyboard.press('Enter');
  await showPlate(page);
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('shift');
  const svg = await saved(page, /^Drawing \(SVG\)/);
  expect(svg.name).toBe('Ward -3- & -co- - calibration shift.svg');
  // The app's own policy lets no script parse text as a document.
  const blank = await page.context().newPage();
  const parsed = await blank.evaluate((source) => {
    const drawing = new DOMParser().parseFromString(source, 'image/svg+xml');
    return {
      root: drawing.documentElement.localName,
      texts: [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
    };
  }, svg.bytes.toString('utf8'));
  await blank.close();
  expect(parsed.root).toBe('svg');
  expect(parsed.texts).toEqual(
    expect.arrayContaining([
      'Ward <3> & "co"',
      'Calibration shift (ppm)',
      'For research use only. Not for use in diagnostic procedures.',
      'SIM-001',
      'A',
      '12',
    ]),
  );
  const all = parsed.texts.join('\n');
  expect(all).toMatch(/^ktyper \S+, model ribosomal-klebsiella \S+\. Job [0-9a-f-]{36}$/m);
  expect(all).toMatch(/^Mean at the edge: /m);
  expect(all).toMatch(/^\d+ spots without a value/m);

  const png = await saved(page, /^Image \(PNG\)/);
  expect(png.name).toMatch(/calibration shift\.png$/);
  expect(png.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
  expect(width).toBe(2400);
  expect(height).toBeGreaterThan(1_000);

  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('call');
  const calls = await saved(page, /^Drawing \(SVG\)/);
  expect(calls.name).toMatch(/ - call\.svg$/);
  expect(calls.bytes.toString('utf8')).toMatch(
    /<tspan font-style="italic">K\. pneumoniae<\/tspan>/,
  );
});

/**
 * Adds a second measurement of a run's first spot, in folder 2 beside folder 1, with the counts of another
 * spot.
 */
async function measureAgain(path: string): Promise<void> {
  const files = unzipSync(new Uint8Array(await readFile(path)));
  const added: Record<string, Uint8Array> = {};
  const folderOf = (spot: string) =>
    Object.keys(files)
      .find((name) => name.includes(`/0_${spot}/`) && name.endsWith('/fid'))!
      .replace(/\/1\/1SLin\/fid$/, '');
  const [first, second] = [folderOf('A1'), folderOf('A2')];
  const counts = files[`${second}/1/1SLin/fid`]!.slice();
  // An identical copy would not count as a second measurement.
  counts[0]! ^= 1;
  added[`${first}/2/1SLin/fid`] = counts;
  added[`${first}/2/1SLin/acqu`] = files[`${first}/1/1SLin/acqu`]!;
  await writeFile(path, zipSync({ ...files, ...added }));
}

test('a spot that was measured twice opens both spectra, and the table distinguishes them', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('again.zip', '--spots', '12', '--seed', '7');
  await measureAgain(run);
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(sampleRows(page).filter({ hasText: 'A1, 1 of 2' })).toHaveCount(1);
  await expect(sampleRows(page).filter({ hasText: 'A1, 2 of 2' })).toHaveCount(1);
  await page.getByRole('searchbox').fill('2 of 2');
  await expect(sampleRows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('');

  const plate = await showPlate(page);
  const spot = spotOf(plate, 'A1');
  await expect(spot).toHaveAccessibleName(/measured 2 times/);
  await expect(spot.locator('.count')).toHaveText(/^2≠?$/);
  await spot.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Spot A1, measured 2 times' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).include('dialog').withTags(RULES).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(spot).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /, 2 of 2$/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: /A1, 2 of 2/ })).toBeVisible();
  await expect(spot).toHaveAttribute('aria-selected', 'true');
});

test('a plate of 384 spots fits the page', async ({ page, makeRun }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await choose(
    page,
    'Choose files',
    await makeRun('big.zip', '--spots', '40', '--plate', '384', '--seed', '3'),
  );
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  const plate = await showPlate(page);
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('intensity');
  await expect(plate.getByRole('gridcell')).toHaveCount(384);
  const box = await plate.boundingBox();
  expect(box?.width).toBeGreaterThan(1_300);
  await expect(spotOf(plate, 'A1').locator('.value')).toBeVisible();
  const svg = await saved(page, /^Drawing \(SVG\)/);
  expect(svg.bytes.toString('utf8')).toContain('a plate of 384');
});
