import { axeFaults as faults } from '../../scripts/screens/axe-faults';
import { expect, test } from './app';
import { PAGES, runExample, sampleRows } from './pages';

for (const scheme of ['light', 'dark'] as const) {
  test(`every page is accessible (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      expect.soft(await faults(page), address).toEqual([]);
    }
  });

  test(`results are accessible, wide and narrow (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/');
    await runExample(page);
    expect.soft(await faults(page), 'table').toEqual([]);
    await sampleRows(page).nth(1).click();
    await expect(page.getByRole('region', { name: /SIM-/ })).toBeVisible();
    expect.soft(await faults(page), 'panel').toEqual([]);
    await page.getByRole('button', { name: 'Export' }).click();
    expect.soft(await faults(page), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 740 });
    expect.soft(await faults(page), 'narrow').toEqual([]);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Last jobs' })).toBeVisible();
    expect.soft(await faults(page), 'last jobs').toEqual([]);
    await page.goto('/jobs');
    await expect(page.getByRole('link', { name: /example/ })).toBeVisible();
    expect.soft(await faults(page), 'jobs').toEqual([]);
  });
}

test('no page is wider than a phone’s window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  for (const address of PAGES) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    expect(await width(), address).toBeLessThanOrEqual(360);
  }
  await page.goto('/');
  await runExample(page);
  expect(await width(), 'results').toBeLessThanOrEqual(360);
});

test('a wide page of results is as high as the window, and only its table and its panel scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  await runExample(page);
  await sampleRows(page).nth(1).click();
  // The canvas is at the end of the panel, below the panel's visible part.
  await expect(page.locator('canvas')).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
});
