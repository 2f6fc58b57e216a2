import type { Page } from '@playwright/test';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginJob } from '../../scripts/survive/app-page';
import { freshBrowser } from './time-browser';

/** What one run of some size came to. */
export interface GrowthFigures {
  /** Milliseconds from the drop to the complete table. */
  readonly complete: number;
  /** Peak resident memory of the page's process, its workers included, in bytes; null without /proc. */
  readonly peakMemory: number | null;
  /** Tasks of the page's thread longer than 50 ms, as the browser itself tells them, in milliseconds. */
  readonly longTasks: readonly number[];
  /** Milliseconds from a scroll of the table to its second frame after, while the job ran. */
  readonly scrolls: readonly number[];
}

interface Watched {
  readonly ktyperGrowth: {
    readonly longTasks: readonly (readonly [number, number])[];
    now(): number;
    until(wanted: readonly string[]): Promise<number>;
    scroll(share: number): Promise<number | null>;
  };
}

const WATCH = fileURLToPath(new URL('./page-watch.js', import.meta.url));
const ENDED = ['Completed', 'Failed', 'Cancelled', 'Interrupted'];

/** Runs a file in a browser of its own, and scrolls the table about meanwhile. */
export async function growthRun(
  executable: string,
  url: string,
  path: string,
  folder: string,
): Promise<GrowthFigures> {
  const browser = await freshBrowser(executable, await mkdtemp(join(folder, 'profile-')));
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.addInitScript({ path: WATCH });
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(url);
    const renderer = await rendererOf(page);
    await beginJob(page, url, path);
    const start = await page.evaluate(() => (globalThis as unknown as Watched).ktyperGrowth.now());
    const ending = page.evaluate(
      (ended) => (globalThis as unknown as Watched).ktyperGrowth.until(ended),
      ENDED,
    );
    let isRunning = true;
    void ending.finally(() => (isRunning = false));
    const scrolls: number[] = [];
    for (let i = 1; isRunning; i++) {
      const took = await page.evaluate(
        (share) => (globalThis as unknown as Watched).ktyperGrowth.scroll(share),
        (i * 0.37) % 1,
      );
      if (took !== null && isRunning) scrolls.push(took);
      await Promise.race([ending, page.waitForTimeout(250)]);
    }
    const end = await ending;
    const longTasks = await page.evaluate(
      () => (globalThis as unknown as Watched).ktyperGrowth.longTasks,
    );
    return {
      complete: end - start,
      peakMemory: await peakMemoryOf(renderer),
      longTasks: longTasks
        .filter(([from]) => from >= start && from <= end)
        .map(([, duration]) => duration),
      scrolls,
    };
  } finally {
    await browser.close();
  }
}

/** Milliseconds from a click on Cancel, after a share of an undisturbed run, to the page that says so. */
export async function cancelTime(
  executable: string,
  url: string,
  path: string,
  folder: string,
  after: number,
): Promise<number> {
  const browser = await freshBrowser(executable, await mkdtemp(join(folder, 'profile-')));
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.addInitScript({ path: WATCH });
    await page.goto(url);
    await beginJob(page, url, path);
    await page.evaluate(
      (running) => (globalThis as unknown as Watched).ktyperGrowth.until(running),
      ['Running'],
    );
    await page.waitForTimeout(after);
    const ending = page.evaluate(
      (ended) => (globalThis as unknown as Watched).ktyperGrowth.until(ended),
      ENDED,
    );
    const start = await page.evaluate(() => {
      const start = performance.now();
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent?.trim() === 'Cancel')
        ?.click();
      return start;
    });
    return (await ending) - start;
  } finally {
    await browser.close();
  }
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

async function peakMemoryOf(process: number | null): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${process}/status`, 'utf8');
    const peak = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
    return peak === undefined ? null : Number(peak) * 1024;
  } catch {
    return null;
  }
}
