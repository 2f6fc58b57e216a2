import type { Browser, Page } from '@playwright/test';
import { listFiles } from '../../scripts/files';
import { DIST, expect, test as base } from './app';
import { offlineReady, PAGES, runExample, sampleRows } from './pages';
import { startRecordingProxy, type RecordingProxy } from './recording-proxy';

/** A browser that reaches every network, also this computer, through a recording proxy. */
const test = base.extend<{ recorder: RecordingProxy; watched: Browser }>({
  recorder: async ({ app }, use) => {
    const recorder = await startRecordingProxy(app.url);
    await use(recorder);
    await recorder.stop();
  },
  watched: async ({ recorder, playwright, launchOptions }, use) => {
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      // By default, Chromium bypasses a proxy to reach this computer.
      proxy: { server: recorder.url, bypass: '<-loopback>' },
    });
    await use(browser);
    await browser.close();
  },
});

/** Addresses from which Chromium itself requests updates and the like, whatever page is open. */
const BROWSERS_OWN = /^(?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gvt1)\.com(?::\d+)?(?:\/|$)/;

/** Collects every request of a context's pages, workers and service workers, as the browser reports them. */
function requestsOf(page: Page): string[] {
  const urls: string[] = [];
  page.context().on('request', (request) => urls.push(request.url()));
  return urls;
}

test('a job requests the files of the app from the network, and nothing else', async ({
  app,
  recorder,
  watched,
}) => {
  const page = await watched.newPage();
  const told = requestsOf(page);
  await page.goto(app.url);
  await offlineReady(page);
  await runExample(page);
  await sampleRows(page).first().click();
  await expect(page.getByRole('region', { name: /SIM-/ })).toBeVisible();
  for (const address of PAGES) await page.goto(app.url + address);
  await page.close();

  const files = (await listFiles(DIST)).map(({ path }) => `${app.url}/${path}`);
  const allowed = new Set([...files, ...PAGES.map((address) => app.url + address)]);
  const toApp = recorder.seen.filter(({ url }) => url.startsWith(`${app.url}/`));
  expect(toApp.map(({ url }) => url)).toContain(`${app.url}/sw.js`);
  expect(toApp.filter(({ method, sent }) => method !== 'GET' || sent > 0)).toEqual([]);
  // Every request is for an address of the app that is the same for everybody, with no query and nothing of the
  // run.
  expect(toApp.filter(({ url }) => !allowed.has(url))).toEqual([]);

  const others = recorder.seen.filter(({ url }) => !url.startsWith(`${app.url}/`));
  expect(others.filter(({ url }) => !BROWSERS_OWN.test(url))).toEqual([]);
  // Requests of the page itself may go nowhere else, not even to the browser's own addresses.
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((url) => !url.startsWith(`${app.url}/`))).toEqual([]);
});

test('the test above would see what is sent elsewhere', async ({ app, recorder, watched }) => {
  const page = await watched.newPage();
  const told = requestsOf(page);
  await page.goto(app.url);
  await offlineReady(page);
  await page.evaluate(() => fetch('/jobs', { method: 'POST', body: 'four' }));
  // The request cannot come from the page, whose policy forbids it.
  const elsewhere = await watched.newPage();
  for (const address of ['http://elsewhere.example/?data=1', 'https://elsewhere.example/']) {
    await expect(elsewhere.goto(address)).rejects.toThrow();
  }

  const get = (url: string) => ({ method: 'GET', url, sent: 0 });
  expect(recorder.seen).toContainEqual(get('http://elsewhere.example/?data=1'));
  expect(recorder.seen).toContainEqual({ ...get('elsewhere.example:443'), method: 'CONNECT' });
  expect(recorder.seen).toContainEqual({ method: 'POST', url: `${app.url}/jobs`, sent: 4 });
  for (const { url } of [get('http://elsewhere.example/'), get('elsewhere.example:443')]) {
    expect(url).not.toMatch(BROWSERS_OWN);
  }
  // The service worker's requests are seen as well: the page has not requested this file.
  expect(told).toContain(`${app.url}/example/example-run.zip`);
});
