import type { Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, expect, serveApp, test, type ServedApp } from './app';
import { offlineReady } from './pages';

/** The built app on a host that gets a newer version. */
class UpdatedHost {
  private app!: ServedApp;
  private port = 0;

  private constructor(private readonly folder: string) {}

  static async start(): Promise<UpdatedHost> {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-update-'));
    await cp(DIST, folder, { recursive: true });
    const host = new UpdatedHost(folder);
    host.app = await serveApp(folder);
    host.port = Number(new URL(host.app.url).port);
    return host;
  }

  get url(): string {
    return this.app.url;
  }

  /** A new page and the service worker that goes with it, as a build would make them. */
  async publish(version: string): Promise<void> {
    await this.app.stop();
    const before = await this.read('index.html');
    const after = before.replace('<html lang="en"', `<html lang="en" data-version="${version}"`);
    await this.write('index.html', after);
    const worker = await this.read('sw.js');
    expect(worker).toContain(revisionOf(before));
    await this.write('sw.js', worker.replace(revisionOf(before), revisionOf(after)));
    this.app = await serveApp(this.folder, this.port);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await rm(this.folder, { recursive: true });
  }

  private read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  private async write(name: string, text: string): Promise<void> {
    await writeFile(join(this.folder, name), text);
    for (const twin of ['.br', '.gz']) await rm(join(this.folder, name + twin), { force: true });
  }
}

function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function versionOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-version');
}

const WAITING = 'A newer version is ready.';

test('an update is offered, and taken when the person says so', async ({ browser }) => {
  const host = await UpdatedHost.start();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host.url);
  await offlineReady(page);

  await host.publish('two');
  await page.reload();
  await expect(page.getByText(WAITING)).toBeVisible({ timeout: 60_000 });
  // Not forced: the page goes on with the version it has, however often it is loaded.
  expect(await versionOf(page)).toBeNull();
  await page.reload();
  await expect(page.getByText(WAITING)).toBeVisible({ timeout: 60_000 });
  expect(await versionOf(page)).toBeNull();

  await page.getByRole('button', { name: 'Reload with it' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'two');
  await expect(page.getByText(WAITING)).toHaveCount(0);
  await context.close();
  await host.stop();
});

test('an update waits while another page is open, and while a job runs', async ({ browser }) => {
  const host = await UpdatedHost.start();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host.url);
  await offlineReady(page);
  const other = await context.newPage();
  await other.goto(`${host.url}/jobs`);

  await host.publish('two');
  await page.reload();
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
  await context.close();
  await host.stop();
});
