import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figureTable, writeSection } from './benchmark-document';
import { type Figure, figureLines, type SummarisedFigure, summariseFigures } from './figures';
import { goalLines } from './goals';
import { realPlate, simulatedRun } from './inputs';
import { MODEL_LABELS, modelTimers } from './model-timers';
import { STEP_LABELS, stepTimers } from './step-timers';
import { measureScale, scaleLines, scaleText } from './scale';
import { takeTurns } from './take-turns';
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

const USAGE = `Usage: npm run bench -- [--rounds N] [--against REVISION] [--run N] [--large N] [--json FILE]
                         [--app FOLDER] [--models] [--steps] [--scale] [--write]

Times how long a zip of spectra takes to a complete table: in Chromium on the built app, in Node, and
beside them references in Python (numpy, scipy) and R (MALDIquant). All take turns, round after round;
the medians count. Then what the models take, what a run of 2,000 takes beside the same references on all
cores, and what each thread of the browser works meanwhile.

  --rounds N           how often each is timed (5)
  --against REVISION   builds that revision too, in a temporary folder, and times its app in turn with this one
  --run N              number of spectra of the run (2000)
  --large N            times a run of so many as well, at most three times: 20000 takes some minutes a round
  --json FILE          writes the figures there too
  --app FOLDER         times the app that is built there, and builds none
  --models             times the models alone, and writes no document
  --steps              times the steps of a spectrum alone, and writes no document
  --scale              times the run alone, with the processor time and the aims
  --write              writes them to docs/benchmarks.md
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
      against: { type: 'string' },
      run: { type: 'string', default: '2000' },
      large: { type: 'string' },
      models: { type: 'boolean', default: false },
      steps: { type: 'boolean', default: false },
      scale: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const rounds = wholeNumber('--rounds', values.rounds);
  const run = wholeNumber('--run', values.run);
  const large = values.large === undefined ? null : wholeNumber('--large', values.large);
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
  const timeSteps = async (folder: string) => {
    const steps = await stepTimers(simulatedRun(folder, SPECTRA));
    await alone('A spectrum before the model, one thread', steps, STEP_LABELS);
  };
  if (values.steps) {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-'));
    await timeSteps(folder).finally(() => rm(folder, { recursive: true }));
    return 0;
  }
  return withServedApp(values.app, async ({ url, folder }) => {
    if (!values.scale) await timePlates(url, folder);
    const scale = await measureScale({
      app: values.app === undefined ? join(ROOT, 'dist') : typedPath(values.app),
      folder,
      rounds,
      run,
      large,
      against: values.against ?? null,
      browser,
      python: hasPython ? PYTHON : null,
      r: hasR ? R : null,
      signal,
    });
    process.stdout.write(`\n${scaleLines(scale)}\n`);

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
      const report = { date, rounds, machine, sections, scale };
      await writeFile(typedPath(values.json), `${JSON.stringify(report, null, 2)}\n`);
    }
    if (values.write) {
      const where = [`${machine.cores} cores, ${machine.processor}`, `Node ${machine.node}`];
      const others = [machine.browser, machine.python, machine.r].filter((text) => text !== null);
      const head = `${date.slice(0, 10)}, ${[...where, ...others].join('; ')}. Medians of ${rounds}.`;
      if (!values.scale) {
        await writeSection('bench', [head, ...sections.map(sectionText)].join('\n\n'));
      }
      await writeSection('scale', [head, scaleText(scale)].join('\n\n'));
    }
    return 0;
  });

  async function timePlates(url: string, folder: string): Promise<void> {
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
    await timeSteps(folder);
    await timeModels();
  }
});

function sectionText({ title, figures, goals }: Section): string {
  return [`### ${title}`, figureTable(figures), goals.map((goal) => `- ${goal}`).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function printedBy(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')[0]!
    .trim();
}
