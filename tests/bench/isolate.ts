import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../scripts/browser';
import { runCommandLine, typedPath, wholeNumber } from '../../scripts/headless/command-line';
import { runNode } from '../../scripts/run-command';
import { withServedApp } from '../../scripts/serve/with-served-app';
import { until, withJob } from './growth-run';
import { tellAct } from './timed-act';

const USAGE = `Usage: npm run measure-isolate -- [--jobs N] [--spectra N] [--run FILE] [--app FOLDER]

Runs a simulated run in Chromium on the built app, stores its job many times, and looks for an isolate in all of them.
Tells for each act how long it took, the longest time between two frames meanwhile, and the longest task of the
page's thread.

  --jobs N      number of jobs (500)
  --spectra N   size of each (96)
  --run FILE    takes that run in place of a simulated one
  --app FOLDER  takes the app that is built there, and builds none
`;

/** An address of the site that runs no app, so that nothing else has the database open. */
const NO_APP = 'models/index.json';

/** Stores the only job under more tokens, with all its rows and a time of its own. */
function storeAgain(jobs: number): string {
  return `(async () => {
    const answer = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const db = await answer(indexedDB.open('ktyper'));
    const [job] = await answer(db.transaction('jobs').objectStore('jobs').getAll());
    const chunks = await answer(db.transaction('rowChunks').objectStore('rowChunks').getAll());
    for (let i = 1; i < ${jobs}; i++) {
      const token = '0b9c2a54-1f0e-4d39-9a3b-' + String(i).padStart(12, '0');
      const writing = db.transaction(['jobs', 'rowChunks'], 'readwrite');
      writing.objectStore('jobs').put({ ...job, token, name: 'Plate ' + i, createdAt: job.createdAt - i * 6e7 });
      for (const chunk of chunks) writing.objectStore('rowChunks').put({ ...chunk, job: token });
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onerror = () => reject(writing.error);
      });
    }
    db.close();
  })()`;
}

/** Types a name and waits until all jobs have been searched. */
function find(name: string): string {
  return `
    const field = document.querySelector('main input[type=text]');
    field.value = ${JSON.stringify(name)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const status = () => document.querySelector('main p[role=status]')?.textContent ?? '';
    const before = status();
    field.form.requestSubmit();
    while (status() === before) await frame();
    while (!/of this name in/.test(status())) await frame();`;
}

/** Asks for older ones until all are there. */
const LIST_ALL = `
    const button = () => [...document.querySelectorAll('main button')]
      .find(({ textContent }) => textContent.trim().endsWith('older'));
    const rows = () => document.querySelectorAll('main tbody tr').length;
    const all = parseInt(document.querySelector('main p[role=status]').textContent.replace(/\\D*(\\d+).*/, '$1'));
    while (button() !== undefined || rows() < all) {
      button()?.click();
      await frame();
    }`;

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      jobs: { type: 'string', default: '500' },
      spectra: { type: 'string', default: '96' },
      run: { type: 'string' },
      app: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const spectra = wholeNumber('--spectra', values.spectra);
  const jobs = wholeNumber('--jobs', values.jobs);
  const browser = await ensureBrowser();
  return withServedApp(values.app, async ({ url, folder }) => {
    const path = values.run === undefined ? join(folder, 'run.zip') : typedPath(values.run);
    if (values.run === undefined) {
      const args = ['--spots', String(spectra), '--seed', '1', '--out', path];
      if ((await runNode('scripts/make-example.ts', args)) !== 0) return 1;
    }
    await withJob(browser, url, path, folder, async (page) => {
      await until(page, ['Completed', 'Failed']);
      await page.untilThere('[role=grid] .cell.sample[role=gridcell]');
      const name = (await page.evaluate(
        `document.querySelector('[role=grid] .cell.sample[role=gridcell]').title`,
      )) as string;
      // What the page does once at the end of a job is over.
      await setTimeout(3_000);
      await page.goto(url + NO_APP);
      await page.evaluate(storeAgain(jobs));
      await page.goto(`${url}isolate`);
      await page.untilThere('main input[type=text]');
      await setTimeout(3_000);
      await tellAct(page, 'Look for a name that no job has', find('no such isolate'));
      await setTimeout(500);
      await tellAct(page, `Look for “${name}”, which each job has`, find(name));
      await setTimeout(500);
      await tellAct(page, 'List all', LIST_ALL);
    });
    return 0;
  });
});
