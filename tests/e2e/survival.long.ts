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

test('a job goes on after its page has ended, whichever way, and gives the same', async ({
  app,
  makeRun,
}) => {
  // Five runs one after another: this ends only what hangs.
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

/** What a page has that is prepared with `readSent`. */
interface SentReader {
  /** What is sent to a worker, as JSON: what goes for each spectrum stands as JSON itself, in a buffer. */
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

/** Lets no worker of a page have a spectrum from the 101st on: its jobs stand still there. */
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
  /** Begins a job on one tab, which stands still half way, and shows it on another. */
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

  test('see one run, and the other goes on with it when the first closes', async ({
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

    // What comes after it waits, whichever tab it is of.
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

  test('stop a job from the one that does not run it', async ({ app, context, makeRun }) => {
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

test.describe('storage that is full', () => {
  // What it keeps of the app counts as well.
  test.use({ serviceWorkers: 'block' });

  /** Really: the browser refuses what is beyond. It notices before a page's first write, or later. */
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

      // Opened again it is no finished job, whatever could be stored of it. Given room it becomes one.
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

  test('for a job’s files makes the page ask for them once, after it was closed', async ({
    app,
    context,
    makeRun,
  }) => {
    const path = await makeRun('plate.zip', '--spots', '192', '--seed', '2');
    const page = await newPage(context);
    await holdBack(page);
    // Enough for the rows, and not for the files as well.
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

/** Place of the spectrum that no worker survives. */
const GUILTY = 20;

test.describe('a worker that does not survive a spectrum', () => {
  for (const [says, isTold] of [
    ['stopped over this one', true],
    ['took so long', false],
  ] as const) {
    test(`costs that spectrum its answer, and no other: ${says}`, async ({
      app,
      context,
      makeRun,
    }) => {
      const path = await makeRun('plate.zip', '--spots', '48', '--seed', '9');
      const page = await newPage(context);
      await beginJob(page, app.url, path);
      expect(await untilEnded(page)).toBe('Completed');
      const whole = (await exportedJob(page)) as Output;

      // Every worker that is given the 21st spectrum dies, with or without a word.
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
          // Nobody waits for half a minute here.
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

  test('and one that is ended by the browser is replaced', async ({ app, context, makeRun }) => {
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
