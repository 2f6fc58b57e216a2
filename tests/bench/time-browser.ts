import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BareBrowser, type BarePage } from './bare-browser';

/** Times of a job on the page, in milliseconds from the moment the page got the file. */
export interface PageTimes {
  /** Until the first row was in the table. */
  readonly firstRow: number;
  /** Until the table was complete and the page said so. */
  readonly complete: number;
}

/** Milliseconds on the page's own clock. */
interface Marks {
  readonly given: number;
  readonly firstRow: number;
  readonly complete: number;
}

const WATCH = new URL('./watch-page.js', import.meta.url);
/** Selects the start page's input for files. */
export const FILES = 'input[type=file][multiple]';

/**
 * Runs `work` with a browser that was just started and never saw the app.
 *
 * @param folder the folder in which its profile is made
 */
export async function withFreshBrowser<T>(
  program: string,
  folder: string,
  work: (browser: BareBrowser) => Promise<T>,
): Promise<T> {
  const browser = await BareBrowser.start(program, await mkdtemp(join(folder, 'profile-')));
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** @param workers null for as many as the app starts on this machine */
export async function openApp(
  browser: BareBrowser,
  url: string,
  workers: number | null,
  network: 'online' | 'offline' = 'online',
): Promise<BarePage> {
  const page = await browser.newPage();
  if (workers !== null) {
    // With three or more cores, the page leaves one to itself: workers/spectrum/page/growth.ts.
    const cores = workers > 2 ? workers + 1 : workers;
    await page.addInitScript(
      `Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => ${cores} })`,
    );
  }
  await page.addInitScript(await readFile(WATCH, 'utf8'));
  if (network === 'offline') await page.goOffline();
  await page.goto(url);
  return page;
}

/** Gives the page a file, as a person does, and waits until all results are there. */
export async function timeJob(page: BarePage, path: string): Promise<PageTimes> {
  await page.untilThere(FILES);
  await page.evaluate('ktyperBench.start()');
  await page.chooseFile(FILES, path);
  // A promise, since repeated questions would make the page draw each frame.
  const { given, firstRow, complete } = (await page.evaluate('ktyperBench.marks')) as Marks;
  return { firstRow: firstRow - given, complete: complete - given };
}

/** Returns the milliseconds from the start of the page's visit until a run can be dropped on it. */
export async function timeToUse(page: BarePage): Promise<number> {
  return (await page.evaluate('ktyperBench.usable')) as number;
}

/** Waits until a page has been open for some milliseconds. */
export async function untilOld(page: BarePage, age: number): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => setTimeout(resolve, Math.max(0, ${age} - performance.now())))`,
  );
}

/** Waits until the app is stored for use without a network, as it is a few seconds after a visit. */
export async function untilInstalled(page: BarePage): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
}

/** Milliseconds. Chromium stores compiled code two seconds after the last compilation. */
const LOOK_AT_A_PLATE = 8_000;

/**
 * Waits for as long as a person looks at a plate. Meanwhile the browser stores compiled WebAssembly for the
 * next page, which no event reports.
 */
export function untilCompiledCodeIsStored(): Promise<void> {
  return setTimeout(LOOK_AT_A_PLATE);
}

/** Goes back to the start page without loading anything again. */
export async function backToStart(page: BarePage): Promise<void> {
  await page.evaluate(`document.querySelector('header nav a').click()`);
  await page.untilThere(FILES);
}
