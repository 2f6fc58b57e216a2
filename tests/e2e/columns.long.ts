import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { reload, runExample, tableDrawn } from './pages';

/** Returns what axe finds wrong on the page. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id }) => id);
}

/** Returns the heads of the table's columns, from left to right. */
async function heads(page: Page): Promise<string[]> {
  const texts = await page.getByRole('columnheader').allInnerTexts();
  return texts.map((text) => text.trim());
}

test('columns are hidden, moved and remembered', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  const usual = await heads(page);
  expect(usual).toContain('Runner-up');

  await page.getByRole('button', { name: 'Columns…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns of the table' });
  await expect(dialog.getByRole('checkbox', { name: 'Sample' })).toBeDisabled();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('checkbox', { name: 'Runner-up' }).uncheck();
  // By keyboard: the button keeps the focus while its column moves on.
  await dialog.getByRole('button', { name: 'Move Quality up' }).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Move Quality up' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns…' })).toBeFocused();
  const chosen = ['Sample', 'Spot', 'Quality', 'Species', 'Confidence'];
  await expect.poll(async () => (await heads(page)).slice(0, 5)).toEqual(chosen);
  expect(await heads(page)).not.toContain('Runner-up');

  await reload(page);
  await tableDrawn(page);
  await expect.poll(async () => (await heads(page)).slice(0, 5)).toEqual(chosen);

  await page.getByRole('button', { name: 'Columns…' }).click();
  await dialog.getByRole('button', { name: 'Usual columns' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => heads(page)).toEqual(usual);
});

test('a narrow table keeps what names a sample, and says which columns gave way', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  expect(await heads(page)).not.toContain('Status');
  expect(await heads(page)).toEqual(expect.arrayContaining(['Sample', 'Species', 'Confidence']));
  const grid = page.getByRole('grid', { name: 'Samples' });
  expect(await grid.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  await page.getByRole('button', { name: 'Columns…' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Status' }).getByText('no room in this window'),
  ).toBeVisible();
});

test('each cell stands below the head of its column, in a window of any width', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  const grid = page.getByRole('grid', { name: 'Samples' });
  for (const width of [800, 1000, 1280, 1700]) {
    await page.setViewportSize({ width, height: 800 });
    await tableDrawn(page);
    // The left end and the width of each cell are the same in all rows, of which the head is the first; the last cell
    // ends where the row's padding begins.
    const seen = () =>
      grid.getByRole('row').evaluateAll((rows) => {
        const places = rows.map((row) =>
          [...row.children].map((cell) => {
            const { left, width } = cell.getBoundingClientRect();
            return `${Math.round(left)} ${Math.round(width)}`;
          }),
        );
        const [head] = rows;
        const end = head!.getBoundingClientRect().right;
        const last = head!.lastElementChild!.getBoundingClientRect().right;
        return { ways: new Set(places.map(String)).size, padding: Math.round(end - last) };
      });
    await expect.poll(seen).toEqual({ ways: 1, padding: 16 });
  }
});

test('each filter is a chip that can be removed, and stands in the address', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  await page.getByRole('searchbox', { name: 'Search in the table' }).fill('kleb');
  await page.getByLabel('Quality', { exact: true }).selectOption({ label: 'Quality: warning' });
  const filters = page.getByRole('group', { name: 'Filters that apply' });
  await expect(filters.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
  await expect(page).toHaveURL(/q=kleb.*quality=warn/);
  await reload(page);
  await tableDrawn(page);
  const grid = page.getByRole('grid', { name: 'Samples' });
  const few = Number(await grid.getAttribute('aria-rowcount'));
  await filters.getByRole('button', { name: 'Remove the filter Quality: warning' }).click();
  await expect(filters.getByRole('button', { name: 'Remove the filter Text: kleb' })).toBeFocused();
  await expect
    .poll(async () => Number(await grid.getAttribute('aria-rowcount')))
    .toBeGreaterThan(few);
  await expect(page).not.toHaveURL(/quality/);
  await page.keyboard.press('Enter');
  await expect(filters).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page).not.toHaveURL(/q=/);
});
