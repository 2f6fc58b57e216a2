import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../scripts/browser';
import { runCommandLine, typedPath, wholeNumber } from '../../scripts/headless/command-line';
import { runNode } from '../../scripts/run-command';
import { duration } from '../../scripts/say';
import { withServedApp } from '../../scripts/serve/with-served-app';
import type { BareBrowser, BarePage } from './bare-browser';
import { memoryOf, until, withJob } from './growth-run';

const USAGE = `Usage: npm run measure-exports -- [--spectra N] [--run FILE] [--app FOLDER]
                                        [--only FORMAT]

Runs a simulated run in Chromium on the built app and exports it in each format that may be large. Tells for
each the time, the peak of the memory that the page's process and the browser's own have beyond what they had
before, and the page's longest task.

  --spectra N   size of the run (20000)
  --run FILE    takes this run, or makes it there
  --app FOLDER  takes the app that is built there, and builds none
  --only FORMAT one of the formats, by the beginning of its label
`;

/** The formats by their label in the menu. */
const LABELS = ['CSV', 'Excel workbook', 'JSON', 'Lines of JSON', 'Job file'];
/** Milliseconds between two readings of the memory. */
const LOOK = 50;

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      spectra: { type: 'string', default: '20000' },
      run: { type: 'string' },
      app: { type: 'string' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const spectra = wholeNumber('--spectra', values.spectra);
  const browser = await ensureBrowser();
  return withServedApp(values.app, async ({ url, folder }) => {
    const path = values.run === undefined ? join(folder, 'run.zip') : typedPath(values.run);
    const args = ['--spots', String(spectra), '--seed', '1', '--out', path];
    if (!existsSync(path) && (await runNode('scripts/make-example.ts', args)) !== 0) return 1;
    await withJob(browser, url, path, folder, async (page, bare) => {
      await until(page, ['Completed', 'Failed']);
      await bare.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      for (const label of LABELS.filter((one) => one.startsWith(values.only))) {
        const { took, page: own, browser: whole, longest } = await exportOnce(page, bare, label);
        process.stdout.write(
          `${label}: ${duration(took)}, page +${own} MB, browser +${whole} MB, longest task ${longest} ms\n`,
        );
      }
    });
    return 0;
  });
});

async function exportOnce(page: BarePage, browser: BareBrowser, label: string) {
  await setTimeout(3_000);
  await page.send('HeapProfiler.collectGarbage');
  const renderer = await browser.busiestRenderer();
  const memory = async (process: number | null) => (await memoryOf(process, 'RssAnon')) ?? 0;
  const before = [await memory(renderer), await memory(browser.process)] as const;
  const peak = { page: 0, browser: 0 };
  const start = (await page.evaluate('performance.now()')) as number;
  await page.evaluate(`(async () => {
    const named = (role, name) => [...document.querySelectorAll(role)]
      .find(({ textContent }) => textContent.trim().startsWith(name));
    named('button', 'Export').click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    named('[role=menuitem]', ${JSON.stringify(label)}).click();
  })()`);
  for (let isBusy = true; isBusy;) {
    peak.page = Math.max(peak.page, (await memory(renderer)) - before[0]);
    peak.browser = Math.max(peak.browser, (await memory(browser.process)) - before[1]);
    await setTimeout(LOOK);
    isBusy = (await page.evaluate(
      `[...document.querySelectorAll('button')].some(({ textContent }) => textContent.includes('Exporting'))`,
    )) as boolean;
  }
  const tasks = (await page.evaluate(
    `({ now: performance.now(), tasks: ktyperGrowth.longTasks.filter(([start]) => start >= ${start}) })`,
  )) as { now: number; tasks: [number, number][] };
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    took: tasks.now - start,
    page: megabytes(peak.page),
    browser: megabytes(peak.browser),
    longest: tasks.tasks.length === 0 ? 'under 50' : Math.max(...tasks.tasks.map(([, ms]) => ms)),
  };
}
