import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { hasAccounting } from './accounting';
import { aimLines, type Medians } from './aims';
import { COMMON_PACK } from './app-copy';
import { largeRunTimer, type VisitedApp, visitTimer } from './app-visit';
import { figureTable } from './benchmark-document';
import { figureLines, median, summariseFigures, type SummarisedFigure } from './figures';
import { simulatedRun } from './inputs';
import { processorTable } from './processor-table';
import { takeTurns } from './take-turns';
import { nodeTimer, otherTimer, REFERENCE, type Timer } from './timers';
import { withApps } from './with-apps';
import { ROOT } from '../../scripts/run-command';
import { say } from '../../scripts/say';

export interface ScaleOptions {
  /** The built app. */
  readonly app: string;
  /** An empty folder for runs, profiles and copies of apps. */
  readonly folder: string;
  readonly rounds: number;
  /** Number of spectra of the run. */
  readonly run: number;
  /** Number of spectra of the large run; null when none is timed. */
  readonly large: number | null;
  /** The revision that the app is compared with; null for none. */
  readonly against: string | null;
  /** A Chromium; null where there is none. */
  readonly browser: string | null;
  readonly python: string | null;
  readonly r: string | null;
  readonly signal: AbortSignal;
}

/** The measurements, for the terminal and for the document. */
export interface ScaleReport {
  readonly title: string;
  readonly figures: readonly SummarisedFigure[];
  /** Processor time by thread, in Markdown; null without a browser. */
  readonly processor: string | null;
  readonly aims: readonly string[];
}

const PLATE = 96;
/** Rounds of a large run are long, so few suffice. */
const LARGE_ROUNDS = 3;

/**
 * Times a run beside programs of other languages, on one core and on all; measures the browser's threads
 * meanwhile; and compares a visit with one of another revision. Both apps have the same model.
 */
export async function measureScale(options: ScaleOptions): Promise<ScaleReport> {
  const { app, folder, against, browser } = options;
  if (browser === null || !(await hasAccounting())) {
    say('No processor time by thread: this takes Chromium, and the accounting of Linux in /proc.');
    return measure(options, []);
  }
  return withApps(app, against, folder, (apps) => measure(options, apps));
}

async function measure(options: ScaleOptions, apps: readonly VisitedApp[]): Promise<ScaleReport> {
  const { folder, rounds, large, against, browser, signal } = options;
  const plate = simulatedRun(folder, PLATE, 'plate.zip');
  const run = simulatedRun(folder, options.run, 'run.zip');
  const visits =
    browser === null ? [] : apps.map((app) => visitTimer(browser, app, plate, run, folder));
  const labels = labelled(options);
  const title = `${run.label}, from one zip to a complete table`;
  const timers = [...otherTimers(options, run.path), allCores(run, folder), ...visits];
  const figures = [...(await takeTurns(timers, rounds, signal, run.label, labels))];
  if (large !== null && browser !== null) {
    say(`Simulating ${large} spectra ...`);
    const input = simulatedRun(folder, large, 'large.zip');
    const largeTimers = apps.map((app) => largeRunTimer(browser, app, plate, input, folder));
    const most = Math.min(rounds, LARGE_ROUNDS);
    figures.push(...(await takeTurns(largeTimers, most, signal, input.label, labels)));
  }
  const medians: Medians = new Map(figures.map(({ key, times }) => [key, median(times)]));
  return {
    title,
    // A table of its own has the processor time.
    figures: summariseFigures(
      figures.filter(({ key }) => !key.includes('-cpu')),
      REFERENCE,
    ),
    processor:
      apps.length === 0 ? null : processorTable(medians, { run: options.run, large, against }),
    aims: aimLines(medians, against),
  };
}

function otherTimers({ python, r }: ScaleOptions, path: string): readonly Timer[] {
  const cores = String(availableParallelism());
  const script = (name: string) => join(ROOT, 'tests/bench', name);
  const timers: Timer[] = [];
  if (python !== null) {
    const args = [script('reference.py'), path];
    timers.push(otherTimer(REFERENCE, python, args));
    timers.push(otherTimer(`${REFERENCE} all`, python, [...args, '--processes', cores]));
  }
  if (r !== null) {
    const args = ['--vanilla', script('maldiquant.R'), path];
    timers.push(otherTimer('r', r, args));
    timers.push(otherTimer('r all', r, [...args, cores]));
  }
  return timers;
}

/** Times ktyper without a browser, on as many threads as there are cores. */
function allCores(run: ReturnType<typeof simulatedRun>, folder: string): Timer {
  const cores = availableParallelism();
  const model = join(ROOT, 'public/models', COMMON_PACK);
  const time = nodeTimer(run, cores, folder, ['--model', model]);
  return async () => ({ 'node all': (await time())[`node ${cores}`]! });
}

function labelled({ run, large, against }: ScaleOptions): (key: string) => string {
  const cores = `${availableParallelism()} processes`;
  const labels: Readonly<Record<string, string>> = {
    python: 'Python, numpy and scipy, one process, no model',
    'python-process': 'Python, one process, without its start',
    'python all': `Python, ${cores}, no model`,
    'python all-process': `Python, ${cores}, without their start`,
    r: 'R, MALDIquant, one process, no model and no bins',
    'r-process': 'R, one process, without its start',
    'r all': `R, ${cores}, no model and no bins`,
    'r all-process': `R, ${cores}, without their start`,
    'node all': `Node, ${availableParallelism()} workers, whole process`,
  };
  const moments: Readonly<Record<string, string>> = {
    early: `a plate of ${PLATE} on a page three seconds old`,
    'early-row': 'the same, to the first row',
    warm: `a plate of ${PLATE}, warm`,
    row: 'the same, warm, to the first row',
    run: `the run of ${run}`,
    large: `a run of ${large}`,
  };
  return (key) => {
    const [app, moment = ''] = key.split(' ');
    return labels[key] ?? `Chromium, ${app === 'theirs' ? against : 'this'}: ${moments[moment]}`;
  };
}

/** The report as text for a terminal. */
export function scaleLines({ title, figures, processor, aims }: ScaleReport): string {
  const lines = [title, ...[...figureLines(figures), ...aims].map((line) => `  ${line}`)];
  return [lines.join('\n'), ...(processor === null ? [] : [processor])].join('\n\n');
}

/** The report in Markdown. */
export function scaleText({ title, figures, processor, aims }: ScaleReport): string {
  const parts = [`### ${title}`, figureTable(figures)];
  if (processor !== null)
    parts.push('### Processor time by thread, in milliseconds a spectrum', processor);
  return [...parts, '### Aims', aims.map((line) => `- ${line}`).join('\n')].join('\n\n');
}
