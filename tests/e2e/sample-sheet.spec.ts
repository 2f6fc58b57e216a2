import { expect, test } from './app';

test('a sample sheet is checked when it is chosen', async ({ page }) => {
  await page.goto('/');
  const choose = (name: string, text: string) =>
    page
      .getByLabel('Sample sheet', { exact: true })
      .and(page.locator('input[type=file]'))
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('wrong.csv', 'spot,name\nA1,x\n');
  await expect(page.getByText('does not name the columns spectrum_id and sample_id')).toBeVisible();
  await choose('mine.csv', 'sep=;\nSpectrum ID;Sample ID\nA1;x\nA2;x\nA3;y\n');
  await expect(page.getByText('The sample sheet has 3 rows for 2 samples.')).toBeVisible();
  await expect(page.getByText('does not name the columns')).toBeHidden();
});
