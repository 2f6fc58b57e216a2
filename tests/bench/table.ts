import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../scripts/browser';
import { runCommandLine, typedPath, wholeNumber } from '../../scripts/headless/command-line';
import { runNode } from '../../scripts/run-command';
import { withServedApp } from '../../scripts/serve/with-served-app';
import { until, withJob } from './growth-run';
import { tellAct } from './timed-act';

const USAGE = `Usage: npm run measure-table -- [--spectra N] [--run FILE] [--app FOLDER]

Runs a simulated run in Chromium on the built app and uses its table as a person does. Tells for each act how
long it took until the table showed it, the longest time between two frames meanwhile, and the longest task of
the page's thread.

  --spectra N   size of the run (20000)
  --run FILE    takes this run, or makes it there
  --app FOLDER  takes the app that is built there, and builds none
`;

/** Finds parts of the page; each act uses them. */
const PARTS = `
  const grid = document.querySelector('[role=grid]');
  const head = (name) => [...grid.querySelectorAll('[role=columnheader]')]
    .find(({ textContent }) => textContent.trim().startsWith(name));
  const rows = () => Number(grid.getAttribute('aria-rowcount'));
  const search = document.querySelector('input[type=search]');
  const type = (text) => {
    search.value = text;
    search.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const choose = (label, value) => {
    const field = document.querySelector('select[aria-label="' + label + '"]');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const shown = async (isDone) => {
    while (!isDone()) await frame();
    await frame();
  };
`;

/** What a person does, in the order in which it is done. */
const ACTS: readonly (readonly [name: string, script: string])[] = [
  [
    'Scroll by 150 px, 120 times',
    'for (let i = 0; i < 120; i++) { grid.scrollTop += 150; await frame(); }',
  ],
  [
    'Jump to 40 places',
    'for (let i = 1; i <= 40; i++) { grid.scrollTop = ((i * 0.37) % 1) * grid.scrollHeight; await frame(); }',
  ],
  [
    'Sort by confidence',
    `head('Confidence').querySelector('button').click();
     await shown(() => head('Confidence').ariaSort === 'ascending');`,
  ],
  [
    'Sort by status',
    `head('Status').querySelector('button').click();
     await shown(() => head('Status').ariaSort === 'ascending');`,
  ],
  ['Go to the search', `search.focus(); for (let i = 0; i < 60; i++) await frame();`],
  ['Search for “oxy”', `const before = rows(); type('oxy'); await shown(() => rows() < before);`],
  ['Search for nothing', `const before = rows(); type(''); await shown(() => rows() > before);`],
  [
    'Filter by quality',
    `const before = rows(); choose('Quality', 'warn'); await shown(() => rows() < before);`,
  ],
  [
    'Show all again',
    `const before = rows(); choose('Quality', ''); await shown(() => rows() > before);`,
  ],
  [
    'Mark all as reviewed',
    `[...document.querySelectorAll('button')]
       .find(({ textContent }) => textContent.trim().startsWith('Mark ')).click();
     const dialog = () => document.querySelector('dialog[open]');
     await shown(() => dialog()?.querySelector('form input'));
     const initials = dialog().querySelector('form input');
     initials.value = 'AB';
     initials.dispatchEvent(new Event('input', { bubbles: true }));
     dialog().querySelector('form').requestSubmit();
     await shown(() => dialog().querySelector('form') === null);
     dialog().querySelector('button.primary').click();
     await shown(() => dialog() === null);`,
  ],
];

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      spectra: { type: 'string', default: '20000' },
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
  const browser = await ensureBrowser();
  return withServedApp(values.app, async ({ url, folder }) => {
    const path = values.run === undefined ? join(folder, 'run.zip') : typedPath(values.run);
    const args = ['--spots', String(spectra), '--seed', '1', '--out', path];
    if (!existsSync(path) && (await runNode('scripts/make-example.ts', args)) !== 0) return 1;
    await withJob(browser, url, path, folder, async (page) => {
      await until(page, ['Completed', 'Failed']);
      // Room for all columns.
      const size = { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false };
      await page.send('Emulation.setDeviceMetricsOverride', size);
      // What the page does once at the end of a job is over.
      await setTimeout(3_000);
      for (const [name, script] of ACTS) {
        await tellAct(page, name, `${PARTS}${script}`);
        await setTimeout(500);
      }
    });
    return 0;
  });
});
