import type { BrowserContext, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../../scripts/browser';
import {
  beginJob,
  exportedJob,
  giveFile,
  prepare,
  untilEnded,
} from '../../scripts/survive/app-page';
import { ENDINGS, Survivor } from '../../scripts/survive/survive-runs';
import type { ServedApp } from './app';
import { jobStatus, sampleRows } from './pages';
import { expect, test } from './runs';

const COMPLETED = { timeout: 120_000 };

interface Output {
  readonly samples: readonly { readonly name: string }[];
  readonly spectra: readonly {
    readonly name: string;
    readonly status: string;
    readonly reason: string | null;
  }[];
}

function tokenOf(page: Page): string {
  return /\/results\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await prepare(page);
  return page;
}

test('a job continues after its page has ended in any way, and gives the same results', async ({
  app,
  makeRun,
}) => {
  // The limit allows for five runs one after the other, and ends only a test that hangs.
  test.setTimeout(1_200_000);
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-survival-'));
  const survivor = new Survivor(await ensureBrowser(), join(folder, 'profile'), app.url);
  try {
    const path = await makeRun('plate.tar.gz', '--spots', '192', '--seed', '8');
    await survivor.measure(path);
    for (const [i, ending] of ENDINGS.entries()) {
      const breaks = [{ after: 0.2 + 0.2 * i, ending }];
      const survived = await survivor.survive({ path, breaks });
      expect(survived).toMatchObject({ equal: true, unknown: false });
    }
  } finally {
    await survivor.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** What `readSent` adds to a page. */
interface SentReader {
  /**
   * Returns a message to a worker as text. The message is JSON whose buffers contain JSON for each spectrum.
   */
  readonly readSent: (message: unknown) => string;
}

async function readSent(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const textOf = (_: string, part: unknown) =>
      part instanceof ArrayBuffer ? new TextDecoder().decode(part) : part;
    const reader: SentReader = { readSent: (message) => JSON.stringify(message, textOf) };
    Object.assign(window, reader);
  });
}

/** Withholds all spectra from the 101st on from a page's workers, so that its jobs stop there. */
async function holdBack(page: Page): Promise<void> {
  await readSent(page);
  await page.addInitScript(() => {
    const post = Reflect.get(Worker.prototype, 'postMessage') as (...parts: unknown[]) => void;
    const { readSent } = window as unknown as SentReader;
    Worker.prototype.postMessage = function (this: Worker, ...parts: unknown[]) {
      const said = readSent(parts[0]);
      if (!/\\"index\\":1\d\d[,}]/.test(said)) post.apply(this, parts);
    };
  });
}

test.describe('two tabs', () => {
  /** Begins a job on one tab, where it stops half way, and shows it on another tab. */
  async function both(context: BrowserContext, app: ServedApp, path: string) {
    const one = await newPage(context);
    await holdBack(one);
    const token = await beginJob(one, app.url, path);
    await expect(sampleRows(one).first()).toBeVisible(COMPLETED);
    const two = await newPage(context);
    await two.goto(`${app.url}/results/${token}`);
    await expect(jobStatus(two, 'Running')).toBeVisible();
    await expect(two.getByText('Runs in another tab')).toBeVisible();
    return { one, two, token };
  }

  test('show one run, and the second tab continues it when the first closes', async ({
    app,
    context,
    makeRun,
  }) => {
    const path = await makeRun('plate.zip', '--spots', '192', '--seed', '2');
    const { one, two, token } = await both(context, app, path);
    await expect(two.getByRole('region', { name: 'Progress' })).toContainText(
      /[1-9]\d of\s+\d+ spectra/,
    );
    await expect(sampleRows(two).first()).toBeVisible();

    // The next job waits, whichever tab it belongs to.
    const short = await makeRun('short.zip', '--spots', '8', '--seed', '3');
    const three = await newPage(context);
    await beginJob(three, app.url, short);
    await expect(jobStatus(three, 'Queued')).toBeVisible();

    await one.close();
    await expect(jobStatus(two, 'Completed')).toBeVisible(COMPLETED);
    await expect(jobStatus(three, 'Completed')).toBeVisible(COMPLETED);
    expect(tokenOf(two)).toBe(token);
    const output = (await exportedJob(two)) as Output;
    expect(output.spectra).toHaveLength(192);
    expect(new Set(output.spectra.map(({ name }) => name)).size).toBeGreaterThan(180);
  });

  test('can cancel a job from the tab that does not run it', async ({ app, context, makeRun }) => {
    const path = await makeRun('plate.zip', '--spots', '192', '--seed', '2');
    const { one, two } = await both(context, app, path);
    await two.getByRole('button', { name: 'Cancel' }).click();
    await expect(jobStatus(one, 'Cancelled')).toBeVisible();
    await expect(jobStatus(two, 'Cancelled')).toBeVisible();

    await beginJob(one, app.url, path);
    await expect(sampleRows(one).first()).toBeVisible(COMPLETED);
    await two.goto(`${app.url}/jobs`);
    const newest = two.getByRole('row').nth(1);
    await newest.getByRole('button', { name: /^Delete / }).click();
    await expect(one.getByText('This job is deleted and will be removed for good.')).toBeVisible();
    await expect(one.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  });
});

test.describe('full storage', () => {
  // What a service worker stores counts as well.
  test.use({ serviceWorkers: 'block' });

  /**
   * Limits the storage in the browser itself, which refuses what exceeds it. The browser notices before a
   * page's first write, or later.
   */
  async function limitStorage(page: Page, { url }: ServedApp, quotaSize: number): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize });
  }

  for (const [when, quota] of [
    ['from the beginning', 1],
    ['half way', 900_000],
  ] as const) {
    test(`${when} leaves the results on the screen and in the exports, and the job unfinished`, async ({
      app,
      browser,
      context,
      makeRun,
    }) => {
      const path = await makeRun('plate.zip', '--spots', '192', '--seed', '9');
      const elsewhere = await browser.newContext();
      const whole = await newPage(elsewhere);
      await beginJob(whole, app.url, path);
      expect(await untilEnded(whole)).toBe('Completed');
      const expected = await exportedJob(whole);
      await elsewhere.close();

      const page = await newPage(context);
      await limitStorage(page, app, quota);
      await beginJob(page, app.url, path);
      expect(await untilEnded(page)).toBe('Completed');
      await expect(page.getByText('The browser has no room left')).toBeVisible();
      expect(await exportedJob(page)).toEqual(expected);

      // When it is opened again, the job is not finished, whatever part of it was stored. Given room, it is
      // completed.
      const address = page.url();
      await page.close();
      const again = await newPage(context);
      await limitStorage(again, app, 1e9);
      await again.goto(address);
      const shown = await untilEnded(again);
      if (shown === 'Interrupted') {
        await giveFile(again, path);
        await expect(jobStatus(again, 'Completed')).toBeVisible(COMPLETED);
      }
      if (shown !== 'absent') expect(await exportedJob(again)).toEqual(expected);
      expect(shown).toBe(quota === 1 ? 'absent' : 'Interrupted');
    });
  }

  test('for a job’s files makes the page ask for them once after it was closed', async ({
    app,
    context,
    makeRun,
  }) => {
    const path = await makeRun('plate.zip', '--spots', '192', '--seed', '2');
    const page = await newPage(context);
    await holdBack(page);
    // The limit is enough for the rows, but not for the files.
    await limitStorage(page, app, 4e6);
    await beginJob(page, app.url, path);
    await expect(sampleRows(page).first()).toBeVisible(COMPLETED);
    await expect(page.getByText('The run’s files are not stored while it works')).toBeVisible();
    const address = page.url();
    await page.close();

    const again = await newPage(context);
    await limitStorage(again, app, 4e6);
    await again.goto(`${app.url}/jobs`);
    await expect(again.getByText('1 job was interrupted and can go on.')).toBeVisible();
    await again.goto(address);
    expect(await untilEnded(again)).toBe('Interrupted');
    await expect(again.getByText('its files are not on this computer')).toBeVisible();
    const other = await makeRun('other.zip', '--spots', '4', '--seed', '2');
    await giveFile(again, other);
    await expect(again.getByText('That is not what this job was read from.')).toBeVisible();
    await giveFile(again, path);
    await expect(jobStatus(again, 'Completed')).toBeVisible(COMPLETED);
  });
});

/** Index of the spectrum that no worker survives. */
const GUILTY = 20;

test.describe('a worker that does not survive a spectrum', () => {
  for (const [says, isTold] of [
    ['stopped over this one', true],
    ['took so long', false],
  ] as const) {
    test(`loses the answer for that spectrum only: ${says}`, async ({ app, context, makeRun }) => {
      const path = await makeRun('plate.zip', '--spots', '48', '--seed', '9');
      const page = await newPage(context);
      await beginJob(page, app.url, path);
      expect(await untilEnded(page)).toBe('Completed');
      const whole = (await exportedJob(page)) as Output;

      // Every worker that gets the 21st spectrum dies, with or without an error event.
      await readSent(page);
      await page.addInitScript(
        ({ isTold, index }) => {
          const post = Reflect.get(Worker.prototype, 'postMessage') as (
            ...parts: unknown[]
          ) => void;
          const guilty = new RegExp(`\\\\"index\\\\":${index}[,}]`);
          const { readSent } = window as unknown as SentReader;
          Worker.prototype.postMessage = function (this: Worker, ...parts: unknown[]) {
            if (!guilty.test(readSent(parts[0]))) return post.apply(this, parts);
            this.terminate();
            if (isTold) this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
          };
          // Shortens the app's waits of half a minute.
          const wait = setTimeout;
          window.setTimeout = ((callback: () => void, delay = 0) =>
            wait(callback, delay >= 30_000 && delay < 70_000 ? 5_000 : delay)) as typeof setTimeout;
        },
        { isTold, index: GUILTY },
      );
      await beginJob(page, app.url, path);
      expect(await untilEnded(page)).toBe('Completed');
      const broken = (await exportedJob(page)) as Output;
      expect(broken.spectra.filter((_, i) => i !== GUILTY)).toEqual(
        whole.spectra.filter((_, i) => i !== GUILTY),
      );
      const { status, reason, name } = broken.spectra[GUILTY]!;
      expect(status).toBe('failed');
      expect(reason).toContain(says);
      expect(broken.samples.filter((sample) => sample.name !== name)).toEqual(
        whole.samples.filter((sample) => sample.name !== name),
      );
    });
  }

  test('is replaced if the browser ends it', async ({ app, context, makeRun }) => {
    const path = await makeRun('long.zip', '--spots', '480', '--seed', '2');
    const page = await newPage(context);
    await beginJob(page, app.url, path);
    expect(await untilEnded(page)).toBe('Completed');
    const whole = await exportedJob(page);

    await page.addInitScript(() => {
      const wait = setTimeout;
      window.setTimeout = ((callback: () => void, delay = 0) =>
        wait(callback, delay >= 30_000 && delay < 70_000 ? 5_000 : delay)) as typeof setTimeout;
    });
    await beginJob(page, app.url, path);
    await expect(sampleRows(page).first()).toBeVisible(COMPLETED);
    const workers = page.workers().filter((worker) => worker.url().includes('spectrum'));
    expect(workers.length).toBeGreaterThan(0);
    await workers[0]!.evaluate(() => close());
    expect(await untilEnded(page)).toBe('Completed');
    expect(await exportedJob(page)).toEqual(whole);
  });
});
