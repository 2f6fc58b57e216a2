import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { simulatedRun } from './inputs';
import { until, withJob } from './growth-run';
import { ensureBrowser } from '../../scripts/browser';
import { collectJob } from '../../scripts/headless/collect-job';
import { runCommandLine, wholeNumber } from '../../scripts/headless/command-line';
import { inputFiles } from '../../scripts/headless/input-files';
import { archiveWorkerHere, nodePool } from '../../scripts/headless/job-tools';
import { readModelPack } from '../../scripts/headless/model-pack';
import { exportReport } from '../../scripts/headless/report';
import { withServedApp } from '../../scripts/serve/with-served-app';
import { runJob } from '../../src/engine/run-job';

const USAGE = `Usage: npm run measure-report -- [--spectra N] [--rounds N] [--app FOLDER] [--node]

Times the report of a simulated run, from the finished job to the whole document with its plots: in Node, as the
command line writes it, and in Chromium on the built app, from the click to the shown paper, and then to a PDF of
A4. Tells each round and the median.

  --spectra N   size of the run (96)
  --rounds N    how often each is timed (5)
  --app FOLDER  takes the app that is built there, and builds none
  --node        times Node alone
`;

/** Opens the report and waits until it can be printed. */
const SHOW = `(async () => {
  const link = () => [...document.querySelectorAll('a')].find(({ href }) => href.endsWith('/report'));
  while (link() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  const start = performance.now();
  link().click();
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (document.querySelector('.printed.ready') !== null) return performance.now() - start;
  }
})()`;

await runCommandLine(USAGE, async (signal) => {
  const { values } = parseArgs({
    options: {
      spectra: { type: 'string', default: '96' },
      rounds: { type: 'string', default: '5' },
      app: { type: 'string' },
      node: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const spectra = wholeNumber('--spectra', values.spectra);
  const rounds = wholeNumber('--rounds', values.rounds);
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-'));
  try {
    const { path } = simulatedRun(folder, spectra);
    await timeNode(path, rounds, signal);
    if (values.node) return 0;
    const browser = await ensureBrowser();
    return await withServedApp(values.app, async ({ url, folder: own }) => {
      const [shown, printed]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        await withJob(browser, url, path, own, async (page) => {
          await until(page, ['Completed', 'Failed']);
          shown.push((await page.evaluate(SHOW)) as number);
          const start = performance.now();
          await page.send('Page.printToPDF', { preferCSSPageSize: true });
          printed.push(performance.now() - start);
        });
      }
      tell('Chromium, from the click to the shown report', shown);
      tell('Chromium, from there to a PDF', printed);
      return 0;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function timeNode(path: string, rounds: number, signal: AbortSignal): Promise<void> {
  const files = await inputFiles([path]);
  const pack = await readModelPack(null);
  if (!pack.ok) throw new Error(pack.error.kind);
  const pool = nodePool(1);
  const tools = { pack: pack.value, guard: null, pool, archive: archiveWorkerHere() };
  const input = { files, sampleSheet: null, grouping: null, watch: [] };
  const { samples, spectra, evidence, summary } = await collectJob(runJob(input, tools, signal));
  pool.terminate();
  const { manifest, ref } = pack.value;
  const exported = {
    app: { name: 'ktyper', version: '', commit: null },
    job: { name: 'Run', token: null, createdAt: new Date().toISOString(), summary },
    model: { manifest, ref },
    samples,
    spectra,
  };
  const end = { files, sampleSheet: null, grouping: null, failure: null, isStopped: false };
  const took: number[] = [];
  let characters = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const pieces = exportReport(exported, evidence, end, { language: 'en', laboratory: null });
    characters = 0;
    for await (const piece of pieces) characters += piece.length;
    took.push(performance.now() - start);
  }
  tell(`Node, ${samples.length} samples, a file of ${Math.round(characters / 1e3)} kB`, took);
}

function tell(what: string, took: readonly number[]): void {
  const sorted = [...took].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const all = took.map((ms) => Math.round(ms)).join(', ');
  process.stdout.write(`${what}: ${Math.round(median)} ms (rounds: ${all})\n`);
}
