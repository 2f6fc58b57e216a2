import { expect, serveApp, test } from './app';
import { offlineReady, reload, runExample, sampleRows } from './pages';

test('after one visit everything works without a network and without the host', async ({
  browser,
}) => {
  const app = await serveApp();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(app.url);
  await offlineReady(page);

  await app.stop();
  await context.setOffline(true);
  await expect(fetch(app.url)).rejects.toThrow();

  await reload(page);
  await runExample(page);
  await expect(sampleRows(page).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Counts by species' })).toContainText(
    'K. pneumoniae',
  );

  // Open each address, with a query that the app does not know.
  const results = new URL(page.url());
  for (const address of [`${results.pathname}?from=mail&x=a.b`, '/jobs?utm_source=x', '/?a=1']) {
    await page.goto(app.url + address);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  }
  await page.goto(`${app.url}/jobs`);
  await expect(page.getByRole('table').getByText('Completed')).toBeVisible();
  await context.close();
});
