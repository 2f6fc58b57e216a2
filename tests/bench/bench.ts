import { writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figureTable, writeSection } from './benchmark-document';
import { type Figure, figureLines, type SummarisedFigure, summariseFigures } from './figures';
import { goalLines } from './goals';
import { realPlate, simulatedRun } from './inputs';
import { MODEL_LABELS, modelTimers } from './model-timers';
import { STEP_LABELS, stepTimers } from './step-timers';
import { canRun } from './time-process';
import {
  browserTimer,
  floorTimer,
  labelOf,
  nodeTimer,
  otherTimer,
  REFERENCE,
  type Timer,
} from './timers';
import { findBrowser } from '../../scripts/browser';
import { runCommandLine, typedPath, wholeNumber } from '../../scripts/headless/command-line';
import { ROOT } from '../../scripts/run-command';
import { say } from '../../scripts/say';
import { withServedApp } from '../../scripts/serve/with-served-app';

const USAGE = `Usage: npm run bench -- [--rounds N] [--json FILE] [--app FOLDER] [--models] [--write]

Times how long a zip of spectra takes to a complete table: in Chromium on the built app, in Node, and
beside them references in Python (numpy, scipy) and R (MALDIquant). All take turns, round after round;
the medians count. Then what the models take.

  --rounds N     how often each is timed (5)
  --json FILE    writes the figures there too
  --app FOLDER   times the app that is built there, and builds none
  --models       times the models alone, and writes no document
  --write        writes them to docs/benchmarks.md
`;

const SPECTRA = 96;
const WORKERS = [1, 2] as const;
const PYTHON = 'python3';
const R = 'Rscript';
const PYTHON_VERSIONS =
  'import sys, numpy, scipy; print(f"Python {sys.version.split()[0]}, numpy {numpy.__version__}, scipy {scipy.__version__}")';
const R_VERSIONS =
  'cat(paste0("R ", getRversion(), ", MALDIquant ", packageVersion("MALDIquant"), "\\n"))';

interface Section {
  readonly title: string;
  readonly spectra: number | null;
  readonly figures: readonly SummarisedFigure[];
  readonly goals: readonly string[];
}

await runCommandLine(USAGE, async (signal) => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      json: { type: 'string' },
      app: { type: 'string' },
      models: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const rounds = wholeNumber('--rounds', values.rounds);
  const browser = findBrowser();
  if (browser === null) say('No Chromium or Chrome was found: only Node is timed.');
  const hasPython = await canRun(PYTHON, ['-c', 'import numpy, scipy.signal']);
  if (!hasPython) {
    say(
      'The reference is left out: python3 with numpy and scipy (python3-numpy, python3-scipy) is not here.',
    );
  }
  const hasR = await canRun(R, ['--vanilla', '-e', 'library(MALDIquant)']);
  if (!hasR) say('MALDIquant is left out: R with it (r-cran-maldiquant) is not here.');

  const sections: Section[] = [];
  const addSection = (title: string, spectra: number | null, figures: readonly Figure[]) => {
    const summarised = summariseFigures(figures, REFERENCE);
    const goals = goalLines(summarised);
    sections.push({ title, spectra, figures: summarised, goals });
    process.stdout.write(`\n${title}; medians of ${rounds}\n`);
    for (const line of [...figureLines(summarised), ...goals]) process.stdout.write(`  ${line}\n`);
  };
  const alone = async (title: string, timers: readonly Timer[], of: typeof MODEL_LABELS) => {
    const labels = (key: string) => of[key] ?? key;
    addSection(title, null, await takeTurns(timers, rounds, signal, title, labels));
  };
  const timeModels = async () =>
    alone('Models, one thread of WebAssembly', await modelTimers(), MODEL_LABELS);
  if (values.models) {
    await timeModels();
    return 0;
  }
  return withServedApp(values.app, async ({ url, folder }) => {
    for (const input of [simulatedRun(folder, SPECTRA), realPlate()]) {
      if (input === null) continue;
      const { label, path, spectra } = input;
      const script = (name: string) => join(ROOT, 'tests/bench', name);
      const timers = [
        ...(hasPython ? [otherTimer(REFERENCE, PYTHON, [script('reference.py'), path])] : []),
        ...(hasR ? [otherTimer('r', R, ['--vanilla', script('maldiquant.R'), path])] : []),
        await floorTimer(input),
        ...WORKERS.map((workers) => nodeTimer(input, workers, folder)),
        ...(browser === null
          ? []
          : WORKERS.map((n) => browserTimer(browser, url, input, n, folder))),
      ];
      const figures = await takeTurns(timers, rounds, signal, label, labelOf);
      addSection(`${label}, from one zip to a complete table`, spectra, figures);
    }
    const steps = await stepTimers(simulatedRun(folder, SPECTRA));
    await alone('A spectrum before the model, one thread', steps, STEP_LABELS);
    await timeModels();

    const machine = {
      processor: cpus()[0]?.model ?? null,
      cores: availableParallelism(),
      node: process.version,
      browser: browser === null ? null : printedBy(browser, ['--version', '--no-sandbox']),
      python: hasPython ? printedBy(PYTHON, ['-c', PYTHON_VERSIONS]) : null,
      r: hasR ? printedBy(R, ['--vanilla', '-e', R_VERSIONS]) : null,
    };
    const date = new Date().toISOString();
    if (values.json !== undefined) {
      const report = { date, rounds, machine, sections };
      await writeFile(typedPath(values.json), `${JSON.stringify(report, null, 2)}\n`);
    }
    if (values.write) {
      const where = [`${machine.cores} cores, ${machine.processor}`, `Node ${machine.node}`];
      const others = [machine.browser, machine.python, machine.r].filter((text) => text !== null);
      const text = sections.map(({ title, figures, goals }) =>
        [`### ${title}`, figureTable(figures), goals.map((goal) => `- ${goal}`).join('\n')]
          .filter((part) => part !== '')
          .join('\n\n'),
      );
      const head = `${date.slice(0, 10)}, ${[...where, ...others].join('; ')}. Medians of ${rounds}.`;
      await writeSection('bench', [head, ...text].join('\n\n'));
    }
    return 0;
  });
});

/** Interleaved, so that a busy moment of the machine falls on all alike. */
async function takeTurns(
  timers: readonly Timer[],
  rounds: number,
  signal: AbortSignal,
  what: string,
  label: (key: string) => string,
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
  return [...times].map(([key, values]) => ({ key, label: label(key), times: values }));
}

function printedBy(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')[0]!
    .trim();
}
