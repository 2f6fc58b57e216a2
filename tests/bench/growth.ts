import { existsSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table, writeSection } from './benchmark-document';
import { cancelTime, type GrowthFigures, growthRun, jobsInARow } from './growth-run';
import { median } from './figures';
import { besideLines, type GrowthBeside, growthBeside, megabytes } from './growth-beside';
import { longTasks, type PageTask, recordsLine, tasksOf } from './page-tasks';
import { withApps } from './with-apps';
import { ensureBrowser } from '../../scripts/browser';
import { runCommandLine, typedPath, wholeNumber } from '../../scripts/headless/command-line';
import { ROOT, runNode } from '../../scripts/run-command';
import { duration, say } from '../../scripts/say';
import { withServedApp } from '../../scripts/serve/with-served-app';

const USAGE = `Usage: npm run growth -- [--spectra 96,960] [--formats zip,tar.gz] [--app FOLDER] [--runs FOLDER]
                          [--records N] [--jobs N] [--against REVISION] [--rounds N] [--json FILE] [--write]

Runs simulated runs of growing size in Chromium on the built app, each in a browser of its own, and
tells the time a spectrum, the peak memory of the page's process, the browser's own long tasks, how
quickly the table answered while it filled, how long a cancelled job took to stop, and what jobs in a row
leave in memory. The largest run of each format is run some times more, to tell for how long of its long
tasks the page's thread had a processor, for how long the collector of garbage had it, and for how long this
machine itself stood still, which its system counts as a processor's time.

  --spectra N,N,...  sizes (96,960,9600,20000: some 20 minutes and 3 GB of disk)
  --formats F,F      zip and tar.gz
  --cancels N        how often the largest run is cancelled, at moments spread over it (5)
  --records N        how often the tasks of the largest run of each format are recorded (3)
  --jobs N           how many jobs of 960 spectra, or else of the smallest run, are run in a row (10)
  --against REVISION builds that revision too, in a temporary folder, and runs the largest run of each format
                     in both apps in turn, both with one model
  --rounds N         how often, then (3)
  --app FOLDER       takes the app that is built there, and builds none
  --runs FOLDER      keeps the runs there, and takes those that are there already
  --json FILE        writes the figures there too
  --write            writes them to docs/benchmarks.md
`;

const HEAD = [
  'run',
  'file',
  'whole',
  'a spectrum',
  'peak memory',
  'of its own',
  'tasks > 50 ms',
  'longest',
  'scrolls: median',
  'worst',
];

interface Row extends GrowthFigures {
  readonly format: string;
  readonly spectra: number;
  readonly bytes: number;
}

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      spectra: { type: 'string', default: '96,960,9600,20000' },
      formats: { type: 'string', default: 'zip,tar.gz' },
      cancels: { type: 'string', default: '5' },
      records: { type: 'string', default: '3' },
      jobs: { type: 'string', default: '10' },
      against: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      app: { type: 'string' },
      runs: { type: 'string' },
      json: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const sizes = values.spectra.split(',').map((size) => wholeNumber('--spectra', size));
  const times = wholeNumber('--cancels', values.cancels, 0);
  const records = wholeNumber('--records', values.records, 0);
  const jobs = wholeNumber('--jobs', values.jobs, 0);
  const rounds = wholeNumber('--rounds', values.rounds);
  const inARow = sizes.includes(960) ? 960 : Math.min(...sizes);
  const kept = values.runs === undefined ? null : typedPath(values.runs);
  const browser = await ensureBrowser();
  const rows: Row[] = [];
  const cancels: number[] = [];
  let left: (number | null)[] = [];
  const tasks = new Map<string, (readonly PageTask[])[]>();
  const beside: GrowthBeside[] = [];
  const formats = values.formats.split(',');
  const fileOf = (spectra: number, format: string, folder: string) =>
    join(kept ?? folder, `${spectra}.${format}`);
  return withServedApp(values.app, async ({ url, folder }) => {
    for (const format of formats) {
      for (const spectra of sizes) {
        const path = fileOf(spectra, format, folder);
        const args = ['--spots', String(spectra), '--seed', '1', '--out', path];
        if (!existsSync(path) && (await runNode('scripts/make-example.ts', args)) !== 0) return 1;
        const { size: bytes } = await stat(path);
        const figures = await growthRun(browser, url, path, folder);
        rows.push({ format, spectra, bytes, ...figures });
        say(lineOf(rows.at(-1)).join('  '));
        if (spectra === Math.max(...sizes)) {
          const recorded: (readonly PageTask[])[] = [];
          for (let i = 0; i < records; i++) {
            recorded.push(await longTasks(browser, url, path, folder));
            say(`Tasks over 50 ms, recorded: ${tasksOf(recorded.at(-1) ?? [])}`);
          }
          if (records > 0) tasks.set(format, recorded);
        }
        if (format === 'zip' && spectra === Math.max(...sizes)) {
          for (let i = 0; i < times; i++) {
            const after = (figures.complete * (i + 0.5)) / times;
            cancels.push(await cancelTime(browser, url, path, folder, after));
            say(`Cancelled after ${duration(after)}: stopped in ${duration(cancels.at(-1))}`);
          }
        }
        if (jobs > 0 && spectra === inARow && left.length === 0) {
          left = await jobsInARow(browser, url, path, folder, jobs);
          say(`After each of ${jobs} jobs in a row: ${left.map(sizeOf).join(', ')}`);
        }
        const isCompared = values.against !== undefined && spectra === Math.max(...sizes);
        if (kept === null && !isCompared) await rm(path);
      }
    }
    const { against } = values;
    if (against !== undefined) {
      const built = values.app === undefined ? join(ROOT, 'dist') : typedPath(values.app);
      await withApps(built, against, folder, async (apps) => {
        for (const format of formats) {
          const run = { format, spectra: Math.max(...sizes), revision: against };
          const path = fileOf(run.spectra, format, folder);
          beside.push(await growthBeside(run, apps, rounds, { browser, path, folder }));
        }
      });
    }
    const text = [report(rows, tasks, cancels, left), ...beside.flatMap(besideLines)].join('\n');
    process.stdout.write(`${text}\n`);
    if (values.json !== undefined) {
      await writeFile(
        typedPath(values.json),
        `${JSON.stringify({ rows, tasks: [...tasks], cancels, left, beside }, null, 2)}\n`,
      );
    }
    if (values.write) {
      const date = new Date().toISOString().slice(0, 10);
      const head = `${date}, ${availableParallelism()} cores, ${cpus()[0]?.model}, Node ${process.version}.`;
      await writeSection('growth', `${head}\n\n${text}`);
    }
    return 0;
  });
});

function lineOf(row: Row): string[] {
  const { format, spectra, bytes, complete, peakMemory, peakPrivate, longTasks, scrolls } = row;
  return [
    `${spectra} spectra, ${format}`,
    megabytes(bytes),
    duration(complete),
    `${(complete / spectra).toFixed(2)} ms`,
    sizeOf(peakMemory),
    sizeOf(peakPrivate),
    String(longTasks.length),
    longTasks.length === 0 ? '-' : duration(Math.max(...longTasks)),
    scrolls.length === 0 ? '-' : duration(median(scrolls)),
    scrolls.length === 0 ? '-' : duration(Math.max(...scrolls)),
  ];
}

function report(
  rows: readonly Row[],
  tasks: ReadonlyMap<string, readonly (readonly PageTask[])[]>,
  cancels: readonly number[],
  left: readonly (number | null)[],
): string {
  const lines: string[] = [];
  for (const format of new Set(rows.map((row) => row.format))) {
    const [base, ...others] = rows.filter((row) => row.format === format && row.spectra >= 960);
    const last = others.at(-1);
    if (base === undefined || last === undefined) continue;
    const time = last.complete / last.spectra / (base.complete / base.spectra);
    lines.push(
      `- ${format}: a spectrum of ${last.spectra} took ${time.toFixed(2)} times as long as one of ${base.spectra}; aim: at most 1.2.`,
    );
    for (const [what, most, least] of [
      ['peak memory, all that is resident', last.peakMemory, base.peakMemory],
      ['peak memory, of its own', last.peakPrivate, base.peakPrivate],
    ] as const) {
      if (most === null || least === null) continue;
      const times = (most / least).toFixed(2);
      lines.push(
        `- ${format}: ${what}: ${megabytes(most)}, ${times} times; aim: at most 600 MB and 1.5.`,
      );
    }
    const { length } = last.longTasks;
    const longest = length === 0 ? '' : `, the longest ${duration(Math.max(...last.longTasks))}`;
    lines.push(
      `- ${format}: ${last.spectra} spectra took ${length === 1 ? 'one task' : `${length} tasks`} over 50 ms${longest}.`,
    );
    const recorded = tasks.get(format);
    if (recorded !== undefined) lines.push(`- ${format}: ${recordsLine(recorded)}`);
  }
  if (cancels.length > 0) {
    const times = cancels.map((time) => duration(time)).join(', ');
    lines.push(`- Cancelled at ${cancels.length} moments of the largest zip: stopped in ${times}.`);
  }
  const [first, last] = [left[0] ?? null, left.at(-1) ?? null];
  if (first !== null && last !== null) {
    lines.push(
      `- ${left.length} jobs in a row left ${megabytes(last)}, one left ${megabytes(first)}: ${(last / first).toFixed(2)} times; aim: at most 1.1.`,
    );
  }
  return `${table([HEAD, ...rows.map(lineOf)])}\n\n${lines.join('\n')}`.trimEnd();
}

function sizeOf(bytes: number | null): string {
  return bytes === null ? 'not known' : megabytes(bytes);
}
