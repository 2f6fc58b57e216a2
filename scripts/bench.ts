import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, figureLines, summariseFigures } from '../tests/bench/figures';
import { type BenchInput, realPlate, simulatedRun } from '../tests/bench/inputs';
import {
  backToStart,
  freshBrowser,
  openApp,
  timeJob,
  untilInstalled,
} from '../tests/bench/time-browser';
import { hasNumpyAndScipy, timeProcess } from '../tests/bench/time-process';
import { findBrowser } from './browser';
import { runCommandLine, typedPath, UsageError } from './headless/command-line';
import { ROOT, runNode } from './run-command';
import { say } from './say';
import { listen } from './serve/listen';
import { createStaticServer } from './serve/static-server';

const USAGE = `Usage: npm run bench -- [--rounds N] [--json FILE] [--app FOLDER]

Times how long a zip of spectra takes to a complete table: in Chromium on the built app, in Node, and
beside them a reference in Python with numpy and scipy. All take turns, round after round; the medians
count.

  --rounds N     how often each is timed (5)
  --json FILE    writes the figures there too
  --app FOLDER   times the app that is built there, and builds none
`;

const SPECTRA = 96;
const WORKERS = [1, 2] as const;
const PYTHON = 'python3';
const REFERENCE = 'python';

const WHAT: Readonly<Record<string, string>> = {
  first: 'first visit ever',
  row: 'warm, to the first row',
};

/** Times one thing once; several figures may come of it. */
type Timer = () => Promise<Readonly<Record<string, number>>>;

await runCommandLine(USAGE, async (signal) => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      json: { type: 'string' },
      app: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new UsageError(`--rounds takes a number from 1 on, and got "${values.rounds}".`);
  }
  if (values.app === undefined && (await runNode('scripts/build.ts')) !== 0) return 1;
  const app = values.app === undefined ? join(ROOT, 'dist') : typedPath(values.app);

  const browser = findBrowser();
  if (browser === null) say('No Chromium or Chrome was found: only Node is timed.');
  const hasReference = await hasNumpyAndScipy(PYTHON);
  if (!hasReference) {
    say(
      'The reference is left out: python3 with numpy and scipy (python3-numpy, python3-scipy) is not here.',
    );
  }
  const server = await createStaticServer(app);
  const url = `http://localhost:${await listen(server, 0)}/`;
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-bench-'));
  try {
    const inputs = [simulatedRun(folder, SPECTRA), realPlate()].filter((input) => input !== null);
    const results = [];
    for (const input of inputs) {
      const timers = [
        ...(hasReference ? [pythonTimer(input)] : []),
        ...WORKERS.map((workers) => nodeTimer(input, workers, folder)),
        ...(browser === null
          ? []
          : WORKERS.map((n) => browserTimer(browser, url, input, n, folder))),
      ];
      const figures = await takeTurns(timers, rounds, signal, input.label);
      const summarised = summariseFigures(figures, REFERENCE);
      const { label, spectra } = input;
      process.stdout.write(`\n${label}, from one zip to a complete table; medians of ${rounds}\n`);
      for (const line of figureLines(summarised)) process.stdout.write(`  ${line}\n`);
      results.push({ input: label, spectra, figures: summarised });
    }
    if (values.json !== undefined) {
      const machine = {
        processor: cpus()[0]?.model ?? null,
        cores: availableParallelism(),
        node: process.version,
      };
      const report = { date: new Date().toISOString(), rounds, machine, results };
      await writeFile(typedPath(values.json), `${JSON.stringify(report, null, 2)}\n`);
    }
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  }
  return 0;
});

/** Interleaved, so that a busy moment of the machine falls on all alike. */
async function takeTurns(
  timers: readonly Timer[],
  rounds: number,
  signal: AbortSignal,
  what: string,
): Promise<readonly Figure[]> {
  const times = new Map<string, number[]>();
  for (let round = 1; round <= rounds && !signal.aborted; round++) {
    say(`${what}: round ${round} of ${rounds} ...`);
    for (const time of timers) {
      for (const [key, value] of Object.entries(await time())) {
        times.set(key, [...(times.get(key) ?? []), value]);
      }
    }
  }
  return [...times].map(([key, values]) => ({ key, label: labelOf(key), times: values }));
}

function labelOf(key: string): string {
  if (key === REFERENCE) return 'Python, numpy and scipy, no model, whole process';
  const [where, workers, what] = key.split(' ');
  const threads = workers === '1' ? 'one worker' : `${workers} workers`;
  if (where === 'node') return `Node, ${threads}, whole process`;
  return `Chromium, ${threads}, ${WHAT[what ?? ''] ?? what}`;
}

function pythonTimer(input: BenchInput): Timer {
  const script = join(ROOT, 'tests/bench/reference.py');
  return async () => ({ [REFERENCE]: await timeProcess(PYTHON, [script, input.path], ROOT) });
}

function nodeTimer(input: BenchInput, workers: number, folder: string): Timer {
  const args = ['scripts/run.js', 'classify', input.path];
  const options = ['--workers', String(workers), '--out', join(folder, 'results.tsv')];
  return async () => ({
    [`node ${workers}`]: await timeProcess(process.execPath, [...args, ...options], ROOT),
  });
}

/**
 * First: a browser that never saw the app. Cold: a new page, of an app that the browser has. Warm: the
 * same page, for the job after that.
 */
function browserTimer(
  executable: string,
  url: string,
  input: BenchInput,
  workers: number,
  folder: string,
): Timer {
  return async () => {
    const browser = await freshBrowser(executable, await mkdtemp(join(folder, 'profile-')));
    try {
      const visit = await openApp(browser, url, workers);
      const first = await timeJob(visit, input.path);
      await untilInstalled(visit);
      await visit.close();
      const page = await openApp(browser, url, workers);
      const cold = await timeJob(page, input.path);
      await backToStart(page);
      const warm = await timeJob(page, input.path);
      return {
        [`chromium ${workers} first`]: first.complete,
        [`chromium ${workers} cold`]: cold.complete,
        [`chromium ${workers} warm`]: warm.complete,
        [`chromium ${workers} row`]: warm.firstRow,
      };
    } finally {
      await browser.close();
    }
  };
}
