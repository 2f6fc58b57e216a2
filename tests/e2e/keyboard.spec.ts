import { expect, test } from './app';
import { jobStatus, sampleRows } from './pages';

test('a run is classified and read without a mouse', async ({ page }) => {
  await page.goto('/');
  const example = page.getByRole('button', { name: 'Try the example run' });
  await expect(example).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the content' })).toBeFocused();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    if (await example.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(example).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });

  const grid = page.getByRole('grid', { name: 'Samples' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: /SIM-/ });
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('SIM-001');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('SIM-002');
  await page.keyboard.press('End');
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('SIM-094');
  await expect(sampleRows(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(grid).toBeFocused();

  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search in the table' });
  await expect(search).toBeFocused();
  await page.keyboard.type('SIM-010');
  await expect(sampleRows(page)).toHaveCount(1);
  // In a text field, the page's keys type letters.
  await page.keyboard.type('?');
  await expect(search).toHaveValue('SIM-010?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the list of keys opens and closes, and the focus returns', async ({ page }) => {
  await page.goto('/jobs');
  const link = page.getByRole('link', { name: 'Help', exact: true });
  await link.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(link).toBeFocused();
});

test('after a change of page the focus is on its heading', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Help', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
