import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../scripts/browser';
import { runCommandLine, UsageError } from '../../scripts/headless/command-line';
import { runNode } from '../../scripts/run-command';
import { duration } from '../../scripts/say';
import { withServedApp } from '../../scripts/serve/with-served-app';
import type { BareBrowser, BarePage } from './bare-browser';
import { memoryOf, until, withJob } from './growth-run';

const USAGE = `Usage: npm run measure-similarity-page -- [--sizes 96,2000,9600] [--app FOLDER]

Runs simulated runs in Chromium on the built app, opens the similarity of each, and saves it in each format. Tells how
long the reading of the spectra takes, how long the comparing until the heat map is drawn, the peak of all memory
that the page's process has meanwhile, its threads included, and the longest task of the page's own thread. Of a saved
file, it tells the time until the page hands it to the browser.

  --sizes N,...  sizes of the runs
  --app FOLDER   takes the app that is built there, and builds none
`;

/** The formats by their label in the menu. */
const LABELS = ['SVG', 'Newick', 'CSV'];

/** Waits until the heat map is drawn, and notes when the reading was over. */
const OPEN = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  document.querySelector('main a[href$="/similarity"]').click();
  let read = null;
  while (document.querySelector('main [role=application]:not([aria-busy=true]) canvas') === null) {
    const told = document.querySelector('main p[role=status]')?.textContent ?? '';
    if (read === null && told.includes('Comparing')) read = performance.now();
    if (document.querySelector('main [role=alert]') !== null) throw new Error('The page shows a problem.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const shown = performance.now();
  await frame();
  await frame();
  const drawn = performance.now();
  return { start, read: read ?? shown, drawn };
})()`;

/** Chooses a format, and waits until the page hands the file to the browser. */
function save(label: string): string {
  return `(async () => {
    const named = (role, name) => [...document.querySelectorAll(role)]
      .find(({ textContent }) => textContent.trim().startsWith(name));
    const make = URL.createObjectURL;
    const handed = new Promise((resolve) => {
      URL.createObjectURL = (file) => {
        URL.createObjectURL = make;
        resolve({ end: performance.now(), size: file.size });
        return make.call(URL, file);
      };
    });
    named('main button', 'Download').click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    named('[role=menuitem]', ${JSON.stringify(label)}).click();
    return { start, ...(await handed) };
  })()`;
}

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '96,2000,9600' },
      app: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 1)) {
    throw new UsageError('--sizes takes whole numbers above 1, with commas between them');
  }
  const browser = await ensureBrowser();
  return withServedApp(values.app, async ({ url, folder }) => {
    for (const size of sizes) {
      const path = join(folder, `run-${size}.zip`);
      const args = ['--spots', String(size), '--seed', '1', '--out', path];
      if ((await runNode('scripts/make-example.ts', args)) !== 0) return 1;
      await withJob(browser, url, path, folder, async (page, bare) => {
        await until(page, ['Completed', 'Failed']);
        await bare.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        await tellPage(page, bare, size);
        for (const label of LABELS) await tellSaved(page, bare, label);
      });
    }
    return 0;
  });
});

async function tellPage(page: BarePage, browser: BareBrowser, size: number): Promise<void> {
  const { result, memory } = await watched(page, browser, async () => {
    return (await page.evaluate(OPEN)) as { start: number; read: number; drawn: number };
  });
  const { start, read, drawn } = result;
  process.stdout.write(
    `${size} spectra: read in ${duration(read - start)}, compared and drawn in ${duration(drawn - read)}, ` +
      `${memory}, longest task ${await longestTask(page, start)}\n`,
  );
}

async function tellSaved(page: BarePage, browser: BareBrowser, label: string): Promise<void> {
  const { result, memory } = await watched(page, browser, async () => {
    return (await page.evaluate(save(label))) as { start: number; end: number; size: number };
  });
  const { start, end, size } = result;
  const megabytes = (size / 1e6).toFixed(1);
  process.stdout.write(
    `  ${label}: ${megabytes} MB in ${duration(end - start)}, ${memory}, longest task ${await longestTask(page, start)}\n`,
  );
}

/** Does something after a pause, and tells the peak of the memory of the page's process meanwhile. */
async function watched<T>(page: BarePage, browser: BareBrowser, work: () => Promise<T>) {
  await setTimeout(3_000);
  await page.send('HeapProfiler.collectGarbage');
  const renderer = await browser.busiestRenderer();
  const before = (await memoryOf(renderer, 'RssAnon')) ?? 0;
  await forgetPeak(renderer);
  const result = await work();
  const peak = (await memoryOf(renderer, 'VmHWM')) ?? 0;
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return {
    result,
    memory: `${megabytes(peak)} resident at most (before, ${megabytes(before)} of its own)`,
  };
}

/** Sets the system's count of a process's peak memory back to what it takes now. */
async function forgetPeak(process: number | null): Promise<void> {
  if (process !== null) await writeFile(`/proc/${process}/clear_refs`, '5');
}

async function longestTask(page: BarePage, start: number): Promise<string> {
  // The browser reports a long task some milliseconds after it has ended.
  await setTimeout(300);
  const tasks = (await page.evaluate(
    `ktyperGrowth.longTasks.filter(([at, ms]) => at + ms > ${start}).map(([, ms]) => ms)`,
  )) as readonly number[];
  return tasks.length === 0 ? 'less than 50 ms' : `${Math.max(...tasks)} ms of ${tasks.length}`;
}
