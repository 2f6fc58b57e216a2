import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';

/** What a job on the page took, in milliseconds from the moment the page was given the file. */
export interface PageTimes {
  /** Until the first row stood in the table. */
  readonly firstRow: number;
  /** Until the table was complete and the page said so. */
  readonly complete: number;
}

const WATCH = fileURLToPath(new URL('./watch-page.js', import.meta.url));

/** Milliseconds on the page's own clock. */
interface Marks {
  readonly given: number;
  readonly firstRow: number;
  readonly complete: number;
}

/** What `watch-page.js` adds to the page. */
interface Watched {
  readonly ktyperBench: {
    start(): void;
    readonly marks: Promise<Marks>;
    readonly usable: Promise<number>;
  };
}

/**
 * A browser that has just been started and has never seen the app.
 * @param profile an empty folder; what the browser keeps, its caches of compiled code among it, is there
 */
export async function freshBrowser(
  executablePath: string,
  profile: string,
): Promise<BrowserContext> {
  const chromiumSandbox = process.getuid?.() !== 0;
  return chromium.launchPersistentContext(profile, { executablePath, chromiumSandbox });
}

export async function openApp(
  browser: BrowserContext,
  url: string,
  workers: number,
): Promise<Page> {
  const page = await browser.newPage();
  // The page leaves one core to itself and starts a worker for each other that it is told of.
  const cores = `Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => ${workers + 1} })`;
  await page.addInitScript({ content: cores });
  await page.addInitScript({ path: WATCH });
  await page.goto(url);
  return page;
}

/** Gives the page a file, as a person does, and waits until the results are all there. */
export async function timeJob(page: Page, path: string): Promise<PageTimes> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const chooser = await asked;
  await page.evaluate(() => {
    (globalThis as unknown as Watched).ktyperBench.start();
  });
  await chooser.setFiles(path);
  // A promise, and no question asked again and again, which would make the page draw each frame.
  const { given, firstRow, complete } = await page.evaluate(
    () => (globalThis as unknown as Watched).ktyperBench.marks,
  );
  return { firstRow: firstRow - given, complete: complete - given };
}

/** Milliseconds from the beginning of the page's visit until a run can be dropped on it. */
export function timeToUse(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Watched).ktyperBench.usable);
}

/** Waits until the app is stored for use without a network, as it is a few seconds after a visit. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Milliseconds; Chromium stores the code two seconds after the last of it was compiled. */
const LOOK_AT_A_PLATE = 8_000;

/**
 * Waits as long as a person looks at a plate. Meanwhile the browser stores the code that it has compiled
 * WebAssembly to, for the next page: no event tells of that.
 */
export function untilCompiledCodeIsStored(page: Page): Promise<void> {
  return page.waitForTimeout(LOOK_AT_A_PLATE);
}

/** Back to the start page, without loading anything anew. */
export async function backToStart(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Identify' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
}
