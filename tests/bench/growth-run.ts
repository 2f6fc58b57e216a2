import type { Page } from '@playwright/test';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginJob } from '../../scripts/survive/app-page';
import { freshBrowser, untilInstalled } from './time-browser';

/** What one run of some size came to. */
export interface GrowthFigures {
  /** Milliseconds from the drop to the complete table. */
  readonly complete: number;
  /** Peak resident memory of the page's process, its workers included, in bytes; null without /proc. */
  readonly peakMemory: number | null;
  /**
   * Peak of the memory that this process has for itself, in bytes, looked at four times a second: without
   * what it shares with others, such as the browser's own program. It is what Chromium's task manager shows.
   */
  readonly peakPrivate: number | null;
  /** Tasks of the page's thread longer than 50 ms, as the browser itself tells them, in milliseconds. */
  readonly longTasks: readonly number[];
  /** Milliseconds from a scroll of the table to its second frame after, while the job ran. */
  readonly scrolls: readonly number[];
}

/** What `watch-growth.js` adds to the page. Times are the page's own, in milliseconds. */
interface Watched {
  readonly ktyperGrowth: {
    readonly longTasks: readonly (readonly [start: number, duration: number])[];
    /** When the page was told of its file. */
    readonly given: number;
    until(wanted: readonly string[]): Promise<number>;
    scroll(share: number): Promise<number | null>;
    cancel(): number;
  };
}

const WATCH = fileURLToPath(new URL('./watch-growth.js', import.meta.url));
const ENDED = ['Completed', 'Failed', 'Cancelled', 'Interrupted'];

/** Runs a file in a browser of its own, and scrolls the table about meanwhile. */
export function growthRun(
  executable: string,
  url: string,
  path: string,
  folder: string,
): Promise<GrowthFigures> {
  return withJob(executable, url, path, folder, async (page) => {
    const renderer = await rendererOf(page);
    const ending = until(page, ENDED);
    let isRunning = true;
    void ending.finally(() => (isRunning = false));
    const scrolls: number[] = [];
    let peakPrivate: number | null = null;
    for (let i = 1; isRunning; i++) {
      const memory = await memoryOf(renderer, 'RssAnon');
      if (memory !== null) peakPrivate = Math.max(peakPrivate ?? 0, memory);
      const took = await page.evaluate(
        (share) => (globalThis as unknown as Watched).ktyperGrowth.scroll(share),
        (i * 0.37) % 1,
      );
      if (took !== null && isRunning) scrolls.push(took);
      await Promise.race([ending, page.waitForTimeout(250)]);
    }
    const end = await ending;
    const { given, longTasks } = await page.evaluate(() => {
      const { given, longTasks } = (globalThis as unknown as Watched).ktyperGrowth;
      return { given, longTasks };
    });
    return {
      complete: end - given,
      peakMemory: await memoryOf(renderer, 'VmHWM'),
      peakPrivate,
      longTasks: longTasks
        .filter(([start]) => start >= given && start <= end)
        .map(([, duration]) => duration),
      scrolls,
    };
  });
}

/** Milliseconds from a click on Cancel, so many after the job began, to the page that says so. */
export function cancelTime(
  executable: string,
  url: string,
  path: string,
  folder: string,
  after: number,
): Promise<number> {
  return withJob(executable, url, path, folder, async (page) => {
    await until(page, ['Running']);
    await page.waitForTimeout(after);
    const ending = until(page, ENDED);
    const start = await page.evaluate(() =>
      (globalThis as unknown as Watched).ktyperGrowth.cancel(),
    );
    return (await ending) - start;
  });
}

/** Does something with a job that has just begun, in a browser of its own that has the app installed. */
async function withJob<T>(
  executable: string,
  url: string,
  path: string,
  folder: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const browser = await freshBrowser(executable, await mkdtemp(join(folder, 'profile-')));
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.addInitScript({ path: WATCH });
    await page.goto(url);
    await untilInstalled(page);
    await beginJob(page, url, path);
    return await work(page);
  } finally {
    await browser.close();
  }
}

function until(page: Page, wanted: readonly string[]): Promise<number> {
  return page.evaluate(
    (words) => (globalThis as unknown as Watched).ktyperGrowth.until(words),
    wanted,
  );
}

/** The process that the page and its workers live in. */
async function rendererOf(page: Page): Promise<number | null> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined) return null;
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { type: string; id: number; cpuTime: number }[];
  };
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.toSorted((a, b) => b.cpuTime - a.cpuTime)[0]?.id ?? null;
}

/** @param field of `/proc/PID/status`: `VmHWM`, the peak of all that is resident, or `RssAnon`, its own now */
async function memoryOf(
  process: number | null,
  field: 'VmHWM' | 'RssAnon',
): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${process}/status`, 'utf8');
    const kilobytes = new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
