import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser';
import type { DrivenBrowser } from './browsers/driven-page';
import { startPuppetBrowser } from './browsers/puppet-browser';
import { sameResults } from './browsers/same-results';
import { takeSteps } from './browsers/take-steps';
import { findMiniBrowser, startWebkit } from './browsers/webkit-browser';
import { canInstallPackages, installPackages } from './debian';
import { findProgram } from './find-program';
import { runCommandLine, typedPath, UsageError } from './headless/command-line';
import { ROOT, runNode } from './run-command';
import { say } from './say';

const USAGE = `Usage: npm run browsers -- [--only chromium,firefox,webkit] [--app FOLDER] [--run FILE]

Takes the main job through three engines, on the built app: a run by the file picker, the evidence of a sample, its
exports, its job file, the history after a reload, a run that is left while it works, and one without network
and host. The results must be those of Chromium: the same calls and markers, numbers to 1 in a thousand million.
Firefox is driven over WebDriver BiDi, WebKit by WebKitGTK's small browser on a screen that nobody sees; on Debian,
as root, both are installed if necessary. What is not there and cannot be installed is said, and is a failure.

  --only B,B     some of them; Chromium always comes first
  --app FOLDER   takes the app that is built there, and builds none
  --run FILE     takes this run instead of a simulated plate
`;

type Engine = 'chromium' | 'firefox' | 'webkit';

const STARTS: Readonly<Record<Engine, (folder: string) => Promise<DrivenBrowser>>> = {
  chromium: async (folder) => startPuppetBrowser('chrome', await ensureBrowser(), folder),
  firefox: async (folder) =>
    startPuppetBrowser(
      'firefox',
      await ensureProgram(
        () => findProgram('firefox') ?? findProgram('firefox-esr'),
        'firefox-esr',
      ),
      folder,
    ),
  webkit: async (folder) =>
    startWebkit(await ensureProgram(findMiniBrowser, 'webkit2gtk-driver', 'xvfb'), folder),
};

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'firefox,webkit' },
      app: { type: 'string' },
      run: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const wanted = values.only.split(',').filter((name) => name !== 'chromium') as Engine[];
  const unknown = wanted.find((name) => !(name in STARTS));
  if (unknown !== undefined) throw new UsageError(`--only has ${unknown}, which is none of them.`);
  if (values.app === undefined && (await runNode('scripts/build.ts')) !== 0) return 1;
  const app = values.app === undefined ? join(ROOT, 'dist') : typedPath(values.app);
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-browsers-'));
  try {
    const run = values.run === undefined ? join(folder, 'plate.zip') : typedPath(values.run);
    const args = ['--out', run, '--seed', '1'];
    if (values.run === undefined && (await runNode('scripts/make-example.ts', args)) !== 0)
      return 1;
    const through = async (engine: Engine) => {
      const own = join(folder, engine);
      await mkdir(own);
      const browser = await STARTS[engine](own);
      say(`${engine}: ${browser.version}`);
      try {
        return await takeSteps(browser.page, app, run, own, (line) => say(`${engine}: ${line}`));
      } finally {
        await browser.close();
      }
    };
    const reference = await through('chromium');
    for (const engine of wanted) {
      const { isSame, text } = sameResults(reference, await through(engine));
      say(`${engine}: ${text}`);
      if (!isSame) return 1;
    }
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Finds a program, or installs it from the distribution's packages. */
async function ensureProgram(find: () => string | null, ...packages: string[]): Promise<string> {
  const found = find();
  if (found !== null) return found;
  if (canInstallPackages()) await installPackages(...packages);
  const installed = find();
  if (installed === null) throw new Error(`Not on this computer: ${packages.join(' and ')}.`);
  return installed;
}
