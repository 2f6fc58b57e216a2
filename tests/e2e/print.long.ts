import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { runExample } from './pages';

/** Counts the rows that the document has when the browser lays out the printed pages. */
async function countAtPrint(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told = window as unknown as { rowsOnPaper: number };
    addEventListener('beforeprint', () => {
      told.rowsOnPaper = document.querySelectorAll('.printed tbody tr').length;
    });
  });
}

test('a run is printed with all its rows, and without the controls of the app', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await countAtPrint(page);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(
    await page.evaluate(() => (window as unknown as { rowsOnPaper: number }).rowsOnPaper),
  ).toBe(94);
  expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(1);
  await expect(page.locator('.printed')).toHaveCount(0);

  await page.emulateMedia({ media: 'print' });
  const printed = page.locator('.printed');
  await expect(printed.locator('tbody tr')).toHaveCount(94);
  await expect(printed).toContainText('For research use only.');
  await expect(printed).toContainText('All 94 samples.');
  await expect(printed).toContainText('Ribosomal markers of Klebsiella');
  for (const row of await printed.locator('tbody tr').all()) await expect(row).toBeVisible();
  await expect(page.getByRole('grid')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  // In the dark scheme, too, paper is white.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
  ).toBe('rgb(255, 255, 255)');
});

test('a filtered table is printed as it is shown, and says so', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await page.getByRole('searchbox').fill('SIM-01');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menuitem', { name: /^Print/ })).toContainText('of 94 samples');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed tbody tr')).toHaveCount(10);
  await expect(page.locator('.printed')).toContainText('10 of 94 samples. The filter');
});
