import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../../scripts/run-command';
import { HANGING_CLASSES, HANGING_FEATURES, hangingPack } from '../builders/hanging-model';
import { dropOnPage } from './drop';
import { allStored, jobStatus, sampleRows } from './pages';
import { expect, test } from './runs';

/** What the page says of a model that computes without end: after one spectrum, and when it is given up. */
const STOPPED = 'The model computed for seconds where milliseconds are usual';
const GIVEN_UP = 'The model was given up: it gave no answer to several spectra in a row';
/** Time until a model is given up on a busy machine. The app itself waits less than 30 s. */
const PATIENT = { timeout: 150_000 };

type Hanging = Awaited<ReturnType<typeof hangingPack>>;

/** Writes the files of a pack into a folder and returns their paths. */
async function put(folder: string, { manifest, graph }: Hanging): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths = [join(folder, 'manifest.json'), join(folder, 'model.onnx')];
  await writeFile(paths[0]!, manifest);
  await writeFile(paths[1]!, graph);
  return paths;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function command(folder: string, script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, INIT_CWD: folder } };
    const all = ['--import', 'tsx', `scripts/${script}.ts`, ...args];
    execFile(process.execPath, all, options, (fault, stdout, stderr) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, stdout, stderr });
    });
  });
}

async function offer(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto('/models');
  await dropOnPage(page, paths);
  await page.getByRole('button', { name: 'Add this model' }).click();
}

test('a model that never answers is not added, and the page keeps working', async ({
  page,
}, testInfo) => {
  await offer(page, await put(testInfo.outputPath('always'), await hangingPack('always')));
  await expect(page.getByRole('main')).toContainText(STOPPED, PATIENT);
  await expect(page.getByRole('button', { name: 'Use it for new jobs' })).toHaveCount(0);
  await page.goto('/');
  await page.getByRole('button', { name: 'Try the example run' }).click();
  await expect(jobStatus(page, 'Completed')).toBeVisible(PATIENT);
});

test('a model that passes its self-test and hangs in a job is given up, and another one works', async ({
  page,
  makeRun,
}, testInfo) => {
  const pack = await hangingPack('after its self-test');
  const run = await makeRun('run.zip', '--spots', '24', '--seed', '3');
  await offer(page, await put(testInfo.outputPath('later'), pack));
  await page.getByRole('button', { name: 'Use it for new jobs' }).click(PATIENT);
  await expect(page.getByText('It is used for new jobs.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Model: Hanging 1.0.0')).toBeVisible();
  await dropOnPage(page, [run]);
  await expect(page.getByRole('main')).toContainText(GIVEN_UP, PATIENT);
  await expect(jobStatus(page, 'Failed')).toBeVisible();

  await page.goto('/models');
  const bundled = page.getByRole('article').filter({ hasText: 'Ribosomal' }).first();
  await bundled.getByRole('button', { name: 'Use for new jobs' }).click();
  await allStored(page);
  await page.goto('/');
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible(PATIENT);
  await expect(sampleRows(page).first()).toBeVisible();
});

test('a command gives such a model up, and works with another one', async ({ makeRun }) => {
  const run = await makeRun('run.zip', '--spots', '24', '--seed', '3');
  const folder = dirname(run);
  await put(join(folder, 'always'), await hangingPack('always'));
  await put(join(folder, 'later'), await hangingPack('after its self-test'));
  for (const [model, sentence] of [
    ['always', STOPPED],
    ['later', GIVEN_UP],
  ] as const) {
    const { code, stderr } = await command(folder, 'classify', run, '--model', model);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  }
  const other = await command(folder, 'classify', run);
  expect(other.code).toBe(0);
  expect(other.stdout.split('\n').length).toBeGreaterThan(20);
});

test('the import by command gives it up in its self-test, and writes no pack', async ({
  makeRun,
}) => {
  const folder = dirname(await makeRun('none.zip', '--spots', '1'));
  await put(folder, await hangingPack('always'));
  await writeFile(join(folder, 'features.txt'), HANGING_FEATURES);
  await writeFile(join(folder, 'classes.txt'), HANGING_CLASSES);
  const args = ['features.txt', '--classes', 'classes.txt', '--bins', '1', '--out', 'pack'];
  const { code, stderr } = await command(folder, 'import-model', 'model.onnx', ...args);
  expect(stderr).toContain(STOPPED);
  expect(code).toBe(2);
  expect(await readdir(folder)).not.toContain('pack');
});
