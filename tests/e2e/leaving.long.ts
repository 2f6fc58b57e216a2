import { expect, test } from './app';
import { holdStore, releaseStore } from './held-store';
import { allStored, reload, runExample, sampleRows, tableDrawn } from './pages';

test('a page that ends before a change is stored asks, and has the change if it stays', async ({
  page,
  context,
  app,
}) => {
  await page.goto('/jobs');
  const keep = page.getByRole('checkbox', { name: /^Keep each run’s files/ });
  await expect(keep).toBeChecked();
  await allStored(page);
  const other = await context.newPage();
  await other.goto(`${app.url}/robots.txt`);
  await holdStore(other, 'settings');
  await page.bringToFront();
  await keep.uncheck();

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await releaseStore(other);
  await expect(keep).toHaveAttribute('aria-busy', 'false');
  await reload(page);
  await expect(keep).not.toBeChecked();
  // With everything stored it ends without a question.
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

test('a page that ends asks about a review that is typed and not saved', async ({ page }) => {
  await page.goto('/');
  await runExample(page);
  await sampleRows(page).first().click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('Your initials, 2 to 4 letters').fill('ab');
  await page.getByRole('button', { name: 'Use these initials' }).click();
  await expect(page.getByLabel('Note', { exact: true })).toBeVisible();
  await allStored(page);
  await page.getByLabel('Note', { exact: true }).fill('Mucoid');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Mucoid');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await allStored(page);
});

test('the address has a change at once, and the last of a quick series when the page is left', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await tableDrawn(page);
  const before = new URL(page.url()).search;
  // One task, so that no timer of the page runs between a click and the look at the address.
  const searches = await page.evaluate(() => {
    const [, spot] = document.querySelectorAll<HTMLElement>('[role=columnheader] button');
    return [1, 2].map(() => {
      spot?.click();
      return location.search;
    });
  });
  expect(before).toBe('');
  expect(searches[0]).toBe('?sort=spot');
  await page.goto('/robots.txt');
  await page.goBack();
  await expect(page).toHaveURL(/\?sort=-spot$/);
  await tableDrawn(page);
});
