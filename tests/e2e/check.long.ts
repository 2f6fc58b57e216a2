import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { test as base, expect } from './app';
import { ChangingHost } from './changing-host';
import { offlineReady } from './pages';

const test = base.extend<{ host: ChangingHost }>({
  host: async ({}, use) => {
    const host = await ChangingHost.start();
    await use(host);
    await host.stop();
    await host.remove();
  },
});

const DONE = { timeout: 60_000 };
const MODEL = 'models/ribosomal-klebsiella';

function reportOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Report of the check' });
}

async function check(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Check this installation' }).click();
  const report = reportOf(page);
  await expect(report.getByRole('button', { name: 'Print' })).toBeVisible(DONE);
  return report;
}

/** Returns the row of a check in the report. */
function line(report: Locator, name: string): Locator {
  return report.getByRole('row').filter({ has: report.page().getByRole('rowheader', { name }) });
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('a sound installation passes, and its report says what ran and on what', async ({ page }) => {
  await page.goto('/help#check');
  await expect(page.getByRole('heading', { name: 'Check this installation' })).toBeInViewport();
  const report = await check(page);

  await expect(report.getByText(/^All \d+ checks passed: this installation/)).toBeVisible();
  await expect(report.getByText('Failed')).toHaveCount(0);
  for (const name of ['Square root', 'Baseline', 'Peaks and noise', 'Which steps run']) {
    await expect(line(report, name).first()).toContainText('Passed');
  }
  await expect(report).toContainText('The steps in WebAssembly with SIMD run here.');
  await expect(line(report, '2.0.0: files')).toContainText(/SHA-256 of the graph [0-9a-f]{64}/);
  await expect(line(report, '2.0.0: self-test')).toContainText(/Off by \S+ \(allowed: \S+\)/);
  await expect(line(report, '2.0.0: call')).toContainText('as it should be');
  await expect(report).toContainText(/ktyper \d+\.\d+\.\d+\S*, build [0-9a-f]{12}/);
  await expect(report).toContainText(await page.evaluate(() => navigator.userAgent));
  for (const fact of ['Workers of a job', 'Cross-origin isolated', 'Works offline', 'Storage']) {
    await expect(report.getByText(fact, { exact: true })).toBeVisible();
  }
  const announced = page.getByRole('status').filter({ hasText: /^All \d+ checks passed/ });
  await expect(announced).toBeAttached();
});

test('the report can be saved as text and as JSON', async ({ page }) => {
  await page.goto('/help#check');
  const report = await check(page);
  const saved = async (name: string): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await report.getByRole('button', { name }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^ktyper-check-\d{4}-\d\d-\d\d\.(?:txt|json)$/);
    return readFile(await download.path(), 'utf8');
  };
  const text = await saved('Text');
  expect(text).toMatch(/^ktyper: check of an installation\n/);
  expect(text).toContain('PASSED  Smoothing: ');
  expect(text).not.toContain('FAILED');
  const json = JSON.parse(await saved('JSON')) as { items: unknown[]; verdict: object };
  expect(json.verdict).toMatchObject({ passed: true });
  expect(json.items.length).toBeGreaterThan(25);
});

test('only the report is printed', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/help#check');
  const report = await check(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(report.getByText(/checks passed/)).toBeVisible();
  await expect(line(report, 'Smoothing').first()).toBeVisible();
  await expect(report.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(report).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(report).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(line(report, 'Smoothing').first().getByRole('rowheader')).toHaveCSS(
    'color',
    'rgb(0, 0, 0)',
  );
});

test('a damaged model fails, with the reason', async ({ page, host }) => {
  const { models } = JSON.parse(await host.read('models/index.json')) as {
    models: { version: string }[];
  };
  await host.damage(`${MODEL}/${models[0]!.version}/model.onnx`);
  await page.goto(`${host.url}/help#check`);
  const report = await check(page);
  await expect(report.getByText(/^1 of \d+ checks failed: do not use the results/)).toBeVisible();
  const failed = line(report, '2.0.0: files');
  await expect(failed).toContainText('Failed');
  await expect(failed).toContainText('is not the one that its manifest names: its SHA-256 is');
  await expect(failed).toContainText('never used');
});

test('a model that is damaged after the page was opened fails, and is restored from its host', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/models`);
  await offlineReady(page);
  await page.goto(`${host.url}/help#check`);
  const report = await check(page);
  await expect(report.getByText(/checks passed/)).toBeVisible();
  // The app runs what the service worker keeps. Damage it there while no host can restore it.
  await host.stop();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!request.url.includes('model.onnx')) continue;
        const bytes = new Uint8Array(await (await cache.match(request))!.arrayBuffer());
        bytes[1000]! ^= 1;
        await cache.put(request, new Response(bytes));
      }
    }
  });
  await report.getByRole('button', { name: 'Check again' }).click();
  await expect(report.getByText(/^1 of \d+ checks failed/)).toBeVisible(DONE);
  await host.restart();
  await report.getByRole('button', { name: 'Check again' }).click();
  await expect(report.getByText(/checks passed/)).toBeVisible(DONE);
});

test('stored numbers that were changed fail', async ({ page, host }) => {
  const stored = await host.read('check/reference.json');
  const changed = stored.replace(/("id":"smooth","length":\d+,"sum":)([\d.]+)/, '$1 1$2');
  expect(changed).not.toBe(stored);
  await host.change({ 'check/reference.json': changed });
  await page.goto(`${host.url}/help#check`);
  const report = await check(page);
  await expect(report.getByText(/^1 of \d+ checks failed/)).toBeVisible();
  await expect(line(report, 'Smoothing').first()).toContainText('are not the stored ones');
  await expect(line(report, 'Smoothing').first()).toContainText('Report nothing');
});

test('the check works without a network, and with the keyboard alone', async ({
  page,
  context,
}) => {
  await page.goto('/help');
  await offlineReady(page);
  await context.setOffline(true);
  await page.goto('/help#check');
  await page.getByRole('button', { name: 'Check this installation' }).focus();
  await page.keyboard.press('Enter');
  const report = reportOf(page);
  await expect(report.getByText(/checks passed/)).toBeVisible(DONE);
  await expect(report).toContainText('not connected');
  // The pressed button is gone, so the report that replaced it has the focus.
  await expect(report).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(report.getByRole('button', { name: 'Print' })).toBeFocused();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the report is accessible, also on a phone (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/help#check');
    await check(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(await axeFaults(page)).toEqual([]);
  });
}
