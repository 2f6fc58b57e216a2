import { chromium } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser';
import { runCommandLine, UsageError } from './headless/command-line';
import { ROOT, runNode } from './run-command';
import { duration, say } from './say';
import { writeContactSheet } from './screens/contact-sheet';
import { takeScreens, THEMES, WINDOWS } from './screens/take-screens';
import { withServedApp } from './serve/with-served-app';

const USAGE = `Usage: npm run screens -- [--as NAME] [--only TEXT] [--in TEXT] [--app FOLDER]

Takes a picture of every page and state of the app, wide, on a tablet and narrow, light and dark, into
screens/NAME, and examines each with axe. screens/index.html shows all NAMEs side by side. The exit code is 1
when there is a finding.

  --as NAME      such as before or after (now)
  --only TEXT    takes those whose state has TEXT in its name
  --in TEXT      takes those in windows and themes like TEXT: narrow, dark, wide.light
  --app FOLDER   takes the app that is built there, and builds none
`;

/** Spectra of the run that is seen while it works. */
const LONG_RUN = '2880';

await runCommandLine(USAGE, async (signal) => {
  const { values } = parseArgs({
    options: {
      as: { type: 'string', default: 'now' },
      only: { type: 'string', default: '' },
      in: { type: 'string', default: '' },
      app: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!/^[\w-]+$/.test(values.as)) throw new UsageError('--as takes letters, digits, - and _.');
  const screens = join(ROOT, 'screens');
  const folder = join(screens, values.as);
  const executablePath = await ensureBrowser();

  return withServedApp(values.app, async ({ url, folder: scratch }) => {
    const start = performance.now();
    let making: Promise<string> | null = null;
    const longRun = () => (making ??= makeLongRun(join(scratch, 'long.zip')));
    const notes = join(scratch, 'notes.txt');
    await writeFile(notes, 'No spectrum is here.\n');
    await mkdir(folder, { recursive: true });
    const browser = await chromium.launch({
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
    });
    const findings: string[] = [];
    try {
      for (const window of WINDOWS) {
        for (const theme of THEMES) {
          if (signal.aborted || !`${window.name}.${theme}`.includes(values.in)) continue;
          const wanted = { window, theme, folder, only: values.only };
          const found = await takeScreens(browser, { url, longRun, notes }, wanted);
          say(`${window.name}, ${theme}: ${found.length} findings`);
          findings.push(...found);
        }
      }
    } finally {
      await browser.close();
    }
    await writeContactSheet(screens);
    for (const finding of findings) say(finding);
    say(`screens/${values.as} took ${duration(performance.now() - start)}.`);
    return findings.length === 0 ? 0 : 1;
  });
});

async function makeLongRun(path: string): Promise<string> {
  const args = ['--out', path, '--spots', LONG_RUN, '--level', '1'];
  if ((await runNode('scripts/make-example.ts', args)) !== 0) throw new Error('No run was made.');
  return path;
}
