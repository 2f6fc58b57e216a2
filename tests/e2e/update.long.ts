import type { Page } from '@playwright/test';
import { expect, test as base } from './app';
import { ChangingHost } from './changing-host';
import { offlineReady, reload } from './pages';

const test = base.extend<{ host: ChangingHost }>({
  host: async ({}, use) => {
    const host = await ChangingHost.start();
    await use(host);
    await host.stop();
    await host.remove();
  },
});

function versionOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-version');
}

const WAITING = 'A newer version is ready.';

test('an update is offered, and applied when the person accepts it', async ({ host, page }) => {
  await page.goto(host.url);
  await offlineReady(page);

  await host.publish('two');
  await reload(page);
  await expect(page.getByText(WAITING)).toBeVisible({ timeout: 60_000 });
  // The update is not forced. The page keeps its version, however often it is loaded.
  expect(await versionOf(page)).toBeNull();
  await reload(page);
  await expect(page.getByText(WAITING)).toBeVisible({ timeout: 60_000 });
  expect(await versionOf(page)).toBeNull();

  await page.getByRole('button', { name: 'Reload with it' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'two');
  await expect(page.getByText(WAITING)).toHaveCount(0);
});

test('an update waits while another page is open, and while a job runs', async ({
  host,
  context,
  page,
}) => {
  await page.goto(host.url);
  await offlineReady(page);
  const other = await context.newPage();
  await other.goto(`${host.url}/jobs`);

  await host.publish('two');
  await reload(page);
  const update = page.getByRole('button', { name: 'Reload with it' });
  await expect(update).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Try the example run' }).click();
  await expect(update).toBeDisabled();
  await expect(page.getByText('It waits until the running job is done.')).toBeVisible();
  await expect(update).toBeEnabled({ timeout: 60_000 });

  await update.click();
  await expect(page.getByText('Close 1 other ktyper tab first.')).toBeVisible();
  expect(await versionOf(page)).toBeNull();

  await other.close();
  await update.click();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'two');
});

test('a model that the host adds is there at the next visit, without a new build', async ({
  host,
  page,
}) => {
  await page.goto(`${host.url}/models`);
  await offlineReady(page);

  type ModelList = { default: string; models: { id: string; version: string; path: string }[] };
  const list = JSON.parse(await host.read('models/index.json')) as ModelList;
  const [shipped] = list.models;
  const path = 'another-model/2.0.0';
  await host.copy(`models/${shipped!.path}`, `models/${path}`);
  const manifest = JSON.parse(await host.read(`models/${path}/manifest.json`)) as object;
  const another = { id: 'another-model', version: '2.0.0', title: 'Another model' };
  await host.change({
    [`models/${path}/manifest.json`]: JSON.stringify({ ...manifest, ...another }),
    'models/index.json': JSON.stringify({
      ...list,
      models: [...list.models, { id: another.id, version: another.version, path }],
    }),
  });
  await reload(page);
  await expect(page.getByRole('heading', { name: /Another model/ })).toBeVisible();

  await host.stop();
  await reload(page);
  await expect(page.getByRole('heading', { name: /Another model/ })).toBeVisible();
});
