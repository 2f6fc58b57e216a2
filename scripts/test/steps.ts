import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, findBrowser, findTestBrowser } from '../browser';
import { canInstallPackages, installPackages } from '../debian';
import { findProgram } from '../find-program';
import { runCommand, runNode } from '../run-command';
import { say } from '../say';
import { fromCounts, fromExitCode, type Outcome } from './outcome';

export interface Step {
  readonly name: string;
  readonly says: string;
  /** Name of a step that must succeed before this one. */
  readonly needs?: string;
  /** Names of the steps that must have ended before it begins; absent where it waits for all before it. */
  readonly after?: readonly string[];
  /** Whether it runs only when it is named. */
  readonly isLong?: true;
  run(): Promise<Outcome>;
}

/** The projects that `tsc` checks; `svelte-check` checks that of the page. */
const TS_PROJECTS = ['src/core', 'src/sw', 'workers', 'tsconfig.node.json'];

/** With it, Vitest and Playwright run the files that end with `.long.test.ts` and `.long.ts`, and no others. */
const LONG = { KTYPER_LONG: '1' };

export const STEPS: readonly Step[] = [
  {
    name: 'format',
    says: 'Prettier: is every file formatted?',
    run: async () => fromExitCode(await runTool('prettier/bin/prettier.cjs', ['--check', '.'])),
  },
  {
    name: 'lint',
    says: 'ESLint: rules of the code, and who may import whom',
    after: [],
    run: async () =>
      fromExitCode(await runTool('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])),
  },
  {
    name: 'types',
    says: 'TypeScript and svelte-check: types of every folder under its own settings',
    after: [],
    run: checkTypes,
  },
  {
    name: 'model',
    says: 'The model pack that ships: is it what its facts give?',
    after: [],
    run: async () =>
      fromExitCode(await runNode('models/ribosomal-klebsiella/build.ts', ['--check'])),
  },
  {
    name: 'build',
    says: 'Vite: the production build',
    after: [],
    run: async () => fromExitCode(await runNode('scripts/build.ts')),
  },
  {
    name: 'unit',
    says: 'Vitest: unit, property and golden tests',
    // Lint takes the longest and has one thread: what another core could do meanwhile begins beside it.
    after: ['format', 'types', 'model', 'build'],
    run: () => withReport((report) => runVitest(report)),
  },
  {
    name: 'e2e',
    says: 'Playwright: the production build in a real browser, and behind a real nginx',
    needs: 'build',
    run: () => withReport((report) => runPlaywright(report, findTestBrowser)),
  },
  {
    name: 'unit-long',
    says: 'Vitest: whole commands, cohorts, hostile archives and jobs that fail, which take long',
    isLong: true,
    run: () => withReport((report) => runVitest(report, LONG)),
  },
  {
    name: 'e2e-long',
    says: 'Playwright: all other pages, and pages, workers and storage that fail in the middle of a job',
    needs: 'build',
    isLong: true,
    run: () => withReport((report) => runPlaywright(report, findBrowser, LONG)),
  },
];

function runTool(script: string, args: readonly string[], env?: Record<string, string>) {
  return runCommand(process.execPath, [join('node_modules', script), ...args], env);
}

async function checkTypes(): Promise<Outcome> {
  const codes: number[] = [];
  for (const project of TS_PROJECTS) {
    codes.push(await runTool('typescript/bin/tsc', ['-p', project]));
  }
  const args = ['--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'];
  codes.push(await runTool('svelte-check/bin/svelte-check', args));
  return fromExitCode(Math.max(...codes));
}

async function runVitest(report: string, env: Record<string, string> = {}): Promise<Outcome> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest/vitest.mjs', ['run', ...reporters], env);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = (await readJson(
    report,
  )) as Record<string, number | undefined>;
  return fromCounts(code, {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  });
}

async function runPlaywright(
  report: string,
  find: () => string | null,
  env: Record<string, string> = {},
): Promise<Outcome> {
  try {
    say(`Browser: ${await ensureBrowser(find)}`);
  } catch (fault) {
    say((fault as Error).message);
    return fromExitCode(1);
  }
  await ensureNginx();
  const code = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats = {} } = (await readJson(report)) as {
    stats?: Record<string, number | undefined>;
  };
  return fromCounts(code, {
    passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0),
    failed: stats['unexpected'] ?? 0,
    skipped: stats['skipped'] ?? 0,
  });
}

/** The app does not need nginx. Without it, its test is skipped and says so. */
async function ensureNginx(): Promise<void> {
  const missing = [
    ...(findProgram('nginx') === null ? ['nginx-light'] : []),
    ...(findProgram('openssl') === null ? ['openssl'] : []),
  ];
  if (missing.length === 0 || (canInstallPackages() && (await installPackages(...missing)))) return;
  say('No nginx or no openssl here: the test of deploy/nginx is skipped.');
}

async function withReport(run: (report: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-test-'));
  try {
    return await run(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @returns an empty object when the program ended before it wrote anything */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return {};
  }
}
