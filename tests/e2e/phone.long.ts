import type { Page } from '@playwright/test';
import { expect, test as base } from './app';
import { PAGES, runExample, sampleRows, tableDrawn } from './pages';

/** A page of a touch screen of the size of a phone. */
const test = base.extend<{ phone: Page }>({
  phone: async ({ browser, app }, use) => {
    const context = await browser.newContext({
      baseURL: app.url,
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await use(await context.newPage());
    await context.close();
  },
});

/** Selects text that explains other text, and is 12 to 14 px high (see tokens.css). */
const SECONDARY =
  '.small, .values, .fixed, code, kbd, pre, footer, thead, [role="columnheader"], .runner-up, .status, .tag, .label';

/** Returns the texts on the page that are too small, each with its size. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate((secondary) => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const element = walker.currentNode.parentElement;
      if (text === '' || element === null || !element.checkVisibility()) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      const isBody = element.closest('p, td, dd, li, [role="gridcell"]') !== null;
      const least = isBody && element.closest(secondary) === null ? 14 : 12;
      if (size < least) found.add(`${size} px: ${text.slice(0, 60)}`);
    }
    return [...found];
  }, SECONDARY);
}

const excess = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the first screen of a phone shows the title, the counts and three rows', async ({
  phone: page,
}) => {
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  const inSight = (box: { y: number; height: number } | null) =>
    box !== null && box.y >= 0 && box.y + box.height <= 844;
  expect(inSight(await page.getByRole('heading', { level: 1 }).boundingBox())).toBe(true);
  const counts = await page.getByRole('region', { name: 'Counts by species' }).boundingBox();
  expect(inSight(counts)).toBe(true);
  expect(counts!.height).toBeLessThanOrEqual(2 * 40 + 12);
  for (const row of [0, 1, 2]) {
    expect(inSight(await sampleRows(page).nth(row).boundingBox()), `row ${row}`).toBe(true);
  }
});

test('no row on a phone touches its borders', async ({ phone: page }) => {
  await page.goto('/');
  await runExample(page);
  // The call of a group takes two lines.
  await page.getByRole('searchbox').fill('complex');
  await tableDrawn(page);
  const gaps = await sampleRows(page).evaluateAll((rows) =>
    rows.flatMap((row) => {
      const outer = row.getBoundingClientRect();
      return [...row.querySelectorAll('.cell')]
        .map((cell) => cell.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map(({ top, bottom }) => Math.min(top - outer.top, outer.bottom - bottom));
    }),
  );
  expect(gaps.length).toBeGreaterThan(3);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
});

test('the header scrolls away on a phone while the table is read, and the counts stay', async ({
  phone: page,
}) => {
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await expect(sampleRows(page).filter({ hasText: 'SIM-047' })).toBeInViewport();
  await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
  await expect(page.getByRole('region', { name: 'Counts by species' })).toBeInViewport();

  // A sample opens below the table, and closing it scrolls back to its row.
  await sampleRows(page).filter({ hasText: 'SIM-047' }).click();
  const panel = page.getByRole('region', { name: /^SIM-047/ });
  await expect(panel.getByRole('heading', { level: 2 })).toBeInViewport();
  await panel.getByRole('button', { name: /^Close/ }).click();
  await expect(sampleRows(page).filter({ hasText: 'SIM-047' })).toBeInViewport();
});

for (const width of [390, 820, 1280]) {
  test(`a link to a sample shows it in a window of ${width} px`, async ({ phone: page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/');
    await runExample(page);
    await sampleRows(page).nth(5).click();
    await expect.poll(() => page.url()).toContain('sample=');
    const link = page.url();
    await page.goto('/jobs');
    await page.goto(link);
    const name = await page
      .locator('[role="row"][aria-selected="true"] [role="gridcell"]')
      .first()
      .innerText();
    const panel = page.getByRole('region', { name: new RegExp(`^${name.trim()}`) });
    await expect(panel.getByRole('heading', { level: 2 })).toBeInViewport();
  });
}

for (const width of [360, 390, 820]) {
  test(`nothing is wider than a window of ${width} px, and no text is too small`, async ({
    phone: page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const examine = async (name: string) => {
      expect.soft(await excess(page), name).toBeLessThanOrEqual(0);
      expect.soft(await smallTexts(page), name).toEqual([]);
    };
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await examine(address);
    }
    await page.goto('/');
    await runExample(page);
    await tableDrawn(page);
    await examine('results');
    await sampleRows(page).nth(1).click();
    await expect(page.locator('canvas').first()).toBeAttached();
    await examine('panel');
    await page.getByText('Plate', { exact: true }).first().click();
    await expect(page.getByRole('grid', { name: /^Plate/ })).toBeVisible();
    await examine('plate');
    for (const address of ['/', '/jobs']) {
      await page.goto(address);
      await expect(page.getByRole('link', { name: /example/i }).first()).toBeVisible();
      await examine(`${address} with a job`);
    }
  });
}

test('a touch screen shows no hints for mouse or keys', async ({ phone: page }) => {
  await page.goto('/');
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { name: 'Choose a run' })).toBeVisible();
  for (const address of ['/', '/models', '/jobs']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    expect(await main.innerText(), address).not.toMatch(/\bdrop\b|arrow keys|point at/i);
  }
  await page.goto('/');
  await runExample(page);
  expect(await main.innerText()).not.toMatch(/\bdrop\b|arrow keys|point at/i);
  await page.getByText('Plate', { exact: true }).first().click();
  await expect(page.getByRole('grid', { name: /^Plate/ })).toBeVisible();
  expect(await main.innerText()).not.toMatch(/\bdrop\b|arrow keys|point at/i);
});
