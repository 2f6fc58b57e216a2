import type { Page } from '@playwright/test';
import { expect, test as base } from './app';
import { ChangingHost } from './changing-host';
import { offlineReady, reload, runExample } from './pages';

const test = base.extend<{ host: ChangingHost }>({
  host: async ({}, use) => {
    const host = await ChangingHost.start();
    await use(host);
    await host.stop();
    await host.remove();
  },
});

const LOGIN = { type: 'text/html', body: '<!doctype html><title>Guest network</title>Log in' };

/** Waits until the page has tried to install itself and reports why it could not. */
async function notInstalled(page: Page, host: ChangingHost): Promise<void> {
  await page.goto(`${host.url}/help`);
  await expect(page.getByText('The page is not installed for offline use:')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('contentinfo')).not.toContainText('Ready to work offline');
}

/** Returns the addresses and the texts of all files in the caches of the page's origin. */
function keptFiles(page: Page): Promise<{ url: string; text: string }[]> {
  return page.evaluate(async () => {
    const kept = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        kept.push({ url: request.url, text: (await response?.text()) ?? '' });
      }
    }
    return kept;
  });
}

/** Replaces each cached file whose address matches a pattern. */
function corrupt(page: Page, pattern: string): Promise<number> {
  return page.evaluate(async (fits) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!new RegExp(fits).test(request.url)) continue;
        const type = (await cache.match(request))?.headers.get('Content-Type') ?? '';
        await cache.put(request, new Response('damaged', { headers: { 'Content-Type': type } }));
        count += 1;
      }
    }
    return count;
  }, pattern);
}

async function worksOffline(page: Page, host: ChangingHost): Promise<void> {
  await host.stop();
  await page.goto(`${host.url}/`);
  await runExample(page);
}

test('half a model is not kept, and is fetched again from a sound host', async ({ host, page }) => {
  const model = (JSON.parse(await host.read('models/index.json')) as { models: { path: string }[] })
    .models[0]!.path;
  const whole = await host.bytes(`models/${model}/model.onnx`);
  const half = { type: 'application/octet-stream', body: whole.subarray(0, whole.length >> 1) };
  host.answerWith((path) => (path.endsWith('/model.onnx') ? half : null));
  await notInstalled(page, host);
  expect((await keptFiles(page)).filter(({ url }) => url.includes('model.onnx'))).toEqual([]);

  host.answerWith(null);
  await reload(page);
  await offlineReady(page);
  await worksOffline(page, host);
});

/** Opens Help, and waits for it: that page is fetched when it is opened. */
async function openHelp(page: Page, host: ChangingHost): Promise<void> {
  await page.goto(`${host.url}/help`);
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
}

test('the login page of a guest network is kept in place of no file', async ({ host, page }) => {
  await openHelp(page, host);
  host.answerWith((path) => (path === 'sw.js' ? null : LOGIN));
  await expect(page.getByText('The page is not installed for offline use:')).toBeVisible({
    timeout: 60_000,
  });
  expect((await keptFiles(page)).filter(({ text }) => text.includes('Log in'))).toEqual([]);

  host.answerWith(null);
  await reload(page);
  await offlineReady(page);

  // The same is true later, when the app is installed on this computer.
  host.answerWith(() => LOGIN);
  await page.goto(`${host.url}/models`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await runExampleFrom(page, host);
  expect((await keptFiles(page)).filter(({ text }) => text.includes('Log in'))).toEqual([]);
});

async function runExampleFrom(page: Page, host: ChangingHost): Promise<void> {
  await page.goto(`${host.url}/`);
  await runExample(page);
}

test('a deployment during an install leads to the newer version', async ({ host, page }) => {
  await openHelp(page, host);
  let deployed = false;
  host.answerWith((path) => {
    // This version's service worker has begun to fetch its files.
    if (path === 'index.html') deployed = true;
    return deployed ? { type: 'text/plain', body: 'of another version' } : null;
  });
  await expect(page.getByText('The page is not installed for offline use:')).toBeVisible({
    timeout: 60_000,
  });
  await host.publish('two');
  host.answerWith(null);
  await reload(page);
  await offlineReady(page);
  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('data-version', 'two');
  await worksOffline(page, host);
});

test('deleted caches and a damaged entry are restored at the next start', async ({
  host,
  page,
}) => {
  await page.goto(host.url);
  await offlineReady(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await reload(page);
  await offlineReady(page);

  expect(await corrupt(page, '.')).toBeGreaterThan(40);
  await reload(page);
  await offlineReady(page);
  expect((await keptFiles(page)).filter(({ text }) => text === 'damaged')).toEqual([]);
  await worksOffline(page, host);
});

test('an app with a missing file is not called ready, and is restored from a sound host', async ({
  host,
  page,
}) => {
  await page.goto(host.url);
  await offlineReady(page);
  expect(await corrupt(page, 'model\\.onnx')).toBeGreaterThan(0);
  host.answerWith((path) => (path.endsWith('model.onnx') ? LOGIN : null));
  await reload(page);
  await expect(page.getByRole('contentinfo')).toContainText('Not ready to work offline', {
    timeout: 60_000,
  });
  host.answerWith(null);
  await reload(page);
  await offlineReady(page);
  await worksOffline(page, host);
});

test('a damaged version whose host has a newer one is replaced by the newer one', async ({
  host,
  page,
}) => {
  await page.goto(host.url);
  await offlineReady(page);
  const script = (await host.files('assets/')).find((path) => /\/index-[\w-]{8}\.js$/.test(path))!;
  await corrupt(page, script);
  await host.replace('two');
  // The browser's own cache would have the old script.
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  // The cached page requests a script that no longer exists, and says so. The next try gets the host's page.
  await page.goto(`${host.url}/help`);
  await expect(page.getByText('ktyper could not start')).toBeVisible();
  await page.getByRole('link', { name: 'Reload the page' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'two');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await page.getByRole('button', { name: 'Reload with it' }).click({ timeout: 60_000 });
  await offlineReady(page);
  await worksOffline(page, host);
});

test.describe('before the app is installed', () => {
  // An installed one would show its own part, and has nothing to say.
  test.use({ serviceWorkers: 'block' });

  test('a page of an older version whose files are gone says that the app was updated', async ({
    host,
    page,
  }) => {
    await page.goto(host.url);
    await host.replace('two');
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Jobs' })
      .click();
    await expect(page.getByText('ktyper was updated on its host.')).toBeVisible();
    await page.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-version', 'two');
    await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
  });
});
