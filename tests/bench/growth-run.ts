import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { BareBrowser, BarePage } from './bare-browser';
import { FILES, untilInstalled, withFreshBrowser } from './time-browser';

/** The figures of a run of some size. */
export interface GrowthFigures {
  /** Milliseconds from the drop to the complete table. */
  readonly complete: number;
  /** Peak resident memory of the page's process, its workers included, in bytes; null without /proc. */
  readonly peakMemory: number | null;
  /**
   * Peak of the memory that this process does not share with others, in bytes, read four times a second.
   * Shared memory is, for example, the browser's own program. Chromium's task manager shows the same number.
   */
  readonly peakPrivate: number | null;
  /**
   * Durations in milliseconds of the tasks of the page's thread that take over 50 ms, as the browser reports
   * them.
   */
  readonly longTasks: readonly number[];
  /** Milliseconds from a scroll of the table to the second frame after it, while the job ran. */
  readonly scrolls: readonly number[];
}

const WATCH = new URL('./watch-growth.js', import.meta.url);
export const ENDED = ['Completed', 'Failed', 'Cancelled', 'Interrupted'];

/** Runs a file in a browser of its own, and meanwhile scrolls the table. */
export function growthRun(
  executable: string,
  url: string,
  path: string,
  folder: string,
): Promise<GrowthFigures> {
  return withJob(executable, url, path, folder, async (page, browser) => {
    const renderer = await browser.busiestRenderer();
    const ending = until(page, ENDED);
    let peakPrivate: number | null = null;
    const scrolls = await scrollUntil(page, ending, async () => {
      const memory = await memoryOf(renderer, 'RssAnon');
      if (memory !== null) peakPrivate = Math.max(peakPrivate ?? 0, memory);
    });
    const end = await ending;
    const given = (await page.evaluate('ktyperGrowth.given')) as number;
    const longTasks = (await page.evaluate('ktyperGrowth.longTasks')) as readonly [
      number,
      number,
    ][];
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

/**
 * Scrolls the table four times a second until a job has ended.
 *
 * @param before does something before each of them
 * @returns milliseconds from each scroll to the second frame after it
 */
export async function scrollUntil(
  page: BarePage,
  ending: Promise<unknown>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly number[]> {
  let isRunning = true;
  void ending.finally(() => (isRunning = false));
  const scrolls: number[] = [];
  for (let i = 1; isRunning; i++) {
    await before();
    const share = (i * 0.37) % 1;
    const took = (await page.evaluate(`ktyperGrowth.scroll(${share})`)) as number | null;
    if (took !== null && isRunning) scrolls.push(took);
    await Promise.race([ending, setTimeout(250)]);
  }
  return scrolls;
}

/**
 * Returns the milliseconds from a click on Cancel, at a given time after the job began, until the page
 * confirms it.
 */
export function cancelTime(
  executable: string,
  url: string,
  path: string,
  folder: string,
  after: number,
): Promise<number> {
  return withJob(executable, url, path, folder, async (page) => {
    await until(page, ['Running']);
    await setTimeout(after);
    const ending = until(page, ENDED);
    const start = (await page.evaluate('ktyperGrowth.cancel()')) as number;
    return (await ending) - start;
  });
}

/** How often a page's memory is read after a job, and the milliseconds between two readings. */
const LOOKS = 10;
const BETWEEN_LOOKS = 500;

/**
 * Runs jobs one after another on one page, which goes back to its start after each.
 *
 * @returns the memory that the page's process does not share after each job, in bytes: the smallest of some
 * readings, each after a garbage collection; null without /proc
 */
export function jobsInARow(
  executable: string,
  url: string,
  path: string,
  folder: string,
  jobs: number,
): Promise<(number | null)[]> {
  return withJob(executable, url, path, folder, async (page, browser) => {
    const left: (number | null)[] = [];
    for (;;) {
      await until(page, ENDED);
      await page.evaluate(`document.querySelector('a.brand').click()`);
      await page.untilThere(FILES);
      const renderer = await browser.busiestRenderer();
      let least: number | null = null;
      for (let look = 0; look < LOOKS; look++) {
        await setTimeout(BETWEEN_LOOKS);
        await page.send('HeapProfiler.collectGarbage');
        const memory = await memoryOf(renderer, 'RssAnon');
        if (memory !== null) least = Math.min(least ?? memory, memory);
      }
      left.push(least);
      if (left.length === jobs) return left;
      await page.chooseFile(FILES, path);
    }
  });
}

/** Does something with a job that has just begun, in a browser of its own in which the app is installed. */
export function withJob<T>(
  executable: string,
  url: string,
  path: string,
  folder: string,
  work: (page: BarePage, browser: BareBrowser) => Promise<T>,
): Promise<T> {
  return withFreshBrowser(executable, folder, async (browser) => {
    const page = await browser.newPage();
    await page.addInitScript(await readFile(WATCH, 'utf8'));
    await page.goto(url);
    await untilInstalled(page);
    await page.goto(url);
    await page.untilThere(FILES);
    await page.chooseFile(FILES, path);
    await page.evaluate('ktyperGrowth.begun');
    return work(page, browser);
  });
}

/** Returns the page's own time when the job first shows one of these states. */
export async function until(page: BarePage, wanted: readonly string[]): Promise<number> {
  return (await page.evaluate(`ktyperGrowth.until(${JSON.stringify(wanted)})`)) as number;
}

/**
 * @param field of `/proc/PID/status`: `VmHWM`, the peak of all resident memory, or `RssAnon`, what is not
 * shared now
 */
export async function memoryOf(
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
