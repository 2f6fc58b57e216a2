import { expect, test } from './app';
import { PAGES, runExample, sampleRows } from './pages';
import { watch } from './watch';

for (const scheme of ['light', 'dark'] as const) {
  test(`no page does what its policy forbids (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const complaints = await watch(page);
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    }
    await page.goto('/');
    await runExample(page);
    await sampleRows(page).first().click();
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test('what the policy forbids is blocked, and seen by the test above', async ({ page }) => {
  const complaints = await watch(page);
  await page.goto('/');
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'a{}' }));
    document.body.append(
      Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }),
    );
    new Image().src = 'https://elsewhere.example/?data=1';
  });
  await expect.poll(() => complaints.join('\n')).toContain('elsewhere.example');
  expect(complaints).toContain('style-src-elem inline');
  expect(complaints).toContain('script-src-elem inline');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
