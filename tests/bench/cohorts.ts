import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { LEDGER } from '../../scripts/cohort/cohort-folder';
import { runCommandLine, typedPath, UsageError } from '../../scripts/headless/command-line';
import { ROOT, runNode } from '../../scripts/run-command';
import { say } from '../../scripts/say';
import { table, writeSection } from './benchmark-document';
import { aim } from './goals';
import { LinesOf } from './lines-of';
import { LEAST_PLATES, MemoryByTenth, MOST_GROWTH } from './memory-by-tenth';
import { readStat } from './proc-text';
import { timeProcess } from './time-process';

const COHORTS = '1x96,20x96,20x960,5x20000,300x96';

const USAGE = `Usage: npm run measure-cohorts -- [--cohorts 20x96,300x96] [--runs FOLDER] [--workers N] [--write]

Runs cohorts of simulated plates through the command cohort, and tells the time, the processor time and the
peak memory of each; of those of ${LEAST_PLATES} plates or more also the resident memory of the whole process, tenth by tenth.
The plates of one cohort are one run under several names. Linux only.

  --cohorts NxSPECTRA,...  how many plates of how many spectra each
                           (${COHORTS}: half an hour and 700 MB of disk)
  --runs FOLDER            keeps the runs there, and takes those that are there already (SPECTRA.zip)
  --workers N              threads that compute
  --write                  writes both tables to docs/cohorts.md
`;

const HEAD = [
  'plates x spectra',
  'spectra',
  'whole',
  'processor time',
  'plates of 96 an hour',
  'an hour and core',
  'peak memory',
];

const LOOK_EVERY_MS = 50;

interface Figures {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly memory: MemoryByTenth;
}

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      cohorts: { type: 'string', default: COHORTS },
      runs: { type: 'string' },
      workers: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-cohorts-'));
  try {
    const runs = values.runs === undefined ? folder : typedPath(values.runs);
    const more = values.workers === undefined ? [] : ['--workers', values.workers];
    const rows: string[][] = [];
    const grown: string[] = [];
    // Bundles the commands where a source has changed, which is not to be measured.
    await timeProcess(process.execPath, ['scripts/run.js', 'cohort', '--help'], ROOT);
    for (const cohort of values.cohorts.split(',')) {
      const [, plates = 0, spectra = 0] = (/^(\d+)x(\d+)$/.exec(cohort) ?? []).map(Number);
      if (plates < 1 || spectra < 1) {
        throw new UsageError(`--cohorts takes such as 20x96, and got "${cohort}".`);
      }
      const run = join(runs, `${spectra}.zip`);
      if (!existsSync(run)) {
        const args = ['--spots', `${spectra}`, '--seed', `${spectra}`, '--out', run];
        if ((await runNode('scripts/make-example.ts', args)) !== 0) return 1;
      }
      const named = join(folder, cohort);
      await mkdir(named);
      const paths = Array.from({ length: plates }, (_, i) => join(named, `plate-${i + 1}.zip`));
      for (const path of paths) await symlink(run, path);
      const figures = await measure(paths, join(named, 'out'), more);
      const all = plates * spectra;
      rows.push(rowOf(`${plates} x ${spectra}`, all, figures));
      say(rows.at(-1).join(', '));
      if (plates >= LEAST_PLATES) grown.push(growthOf(`${plates} x ${spectra}`, figures.memory));
      await rm(named, { recursive: true });
    }
    const [processor] = cpus();
    const computer = `${cpus().length} x ${processor?.model.trim()}, Node ${process.version}`;
    const sections = { measured: table([HEAD, ...rows]), memory: grown.join('\n\n') };
    for (const [name, text] of Object.entries(sections)) {
      if (text === '') continue;
      const section = `${computer}\n\n${text}`;
      console.log(`${section}\n`);
      if (values.write) await writeSection(name, section, 'docs/cohorts.md');
    }
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
});

function rowOf(name: string, spectra: number, { seconds, processor, megabytes }: Figures) {
  const perHour = (time: number) => Math.round(((spectra / 96) * 3600) / time).toLocaleString('en');
  return [
    name,
    spectra.toLocaleString('en'),
    `${seconds.toFixed(1)} s`,
    `${processor.toFixed(1)} s`,
    perHour(seconds),
    perHour(processor),
    `${Math.round(megabytes)} MB`,
  ];
}

/** Writes the memory of each tenth of a cohort, and whether it has grown. */
function growthOf(name: string, { tenths, growth }: MemoryByTenth): string {
  const size = (megabytes: number | undefined) =>
    megabytes === undefined ? 'not read' : `${Math.round(megabytes)} MB`;
  const head = [`tenth of ${name}`, 'peak memory', 'memory after it'];
  const rows = tenths.map((tenth, i) => [`${i + 1}`, size(tenth?.peak), size(tenth?.after)]);
  const told =
    growth === null
      ? 'NOT measured'
      : `${growth.toFixed(2)} times; ${aim(growth <= MOST_GROWTH)} at most ${MOST_GROWTH}`;
  return `${table([head, ...rows])}\n\nPeak of the last tenth, of that of the second: ${told}.`;
}

/** Runs the command once, and reads from the system what it took. */
async function measure(
  plates: readonly string[],
  out: string,
  more: readonly string[],
): Promise<Figures> {
  const start = performance.now();
  const args = ['scripts/run.js', 'cohort', ...plates, '--out', out, ...more];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let processor = 0;
  let kilobytes = 0;
  const memory = new MemoryByTenth(plates.length);
  const progress = new LinesOf(join(out, LEDGER));
  const proc = `/proc/${child.pid}`;
  const look = async (): Promise<void> => {
    try {
      processor = readStat(await readFile(`${proc}/stat`, 'utf8')).milliseconds / 1000;
      const status = await readFile(`${proc}/status`, 'utf8');
      const read = (field: string) => {
        const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
        return found === undefined ? null : Number(found);
      };
      // The highest that its memory ever was.
      kilobytes = read('VmHWM') ?? kilobytes;
      const resident = read('VmRSS');
      // The first line of the ledger is no plate.
      const done = Math.max(0, (await progress.count()) - 1);
      if (resident !== null) memory.add(done, resident / 1024);
    } catch {
      // It has ended.
    }
  };
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const watched = (async () => {
    for (let isRunning = true; isRunning;) {
      await look();
      isRunning = await Promise.race([ended.then(() => false), wait(LOOK_EVERY_MS, true)]);
    }
  })();
  const code = await ended;
  const seconds = (performance.now() - start) / 1000;
  await watched;
  if (code !== 0) throw new Error(`cohort ended with ${code}.`);
  return { seconds, processor, megabytes: kilobytes / 1024, memory };
}
