import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommandLine, typedPath, UsageError } from '../../scripts/headless/command-line';
import { ROOT, runNode } from '../../scripts/run-command';
import { say } from '../../scripts/say';
import { table, writeSection } from './benchmark-document';
import { readStat } from './proc-text';
import { timeProcess } from './time-process';

const USAGE = `Usage: npm run measure-cohorts -- [--cohorts 20x96,5x960] [--runs FOLDER] [--workers N] [--write]

Runs cohorts of simulated plates through the command cohort, and tells the time, the processor time and the
peak memory of each. The plates of one cohort are one run under several names. Linux only.

  --cohorts NxSPECTRA,...  how many plates of how many spectra each (1x96,20x96,1x960,10x960)
  --runs FOLDER            keeps the runs there, and takes those that are there already (SPECTRA.zip)
  --workers N              threads that compute
  --write                  writes the table to docs/cohorts.md
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

interface Figures {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      cohorts: { type: 'string', default: '1x96,20x96,1x960,10x960' },
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
      const figures = await measure([...paths, '--out', join(named, 'out'), ...more]);
      const all = plates * spectra;
      rows.push(rowOf(`${plates} x ${spectra}`, all, figures));
      say(rows.at(-1).join(', '));
      await rm(named, { recursive: true });
    }
    const [processor] = cpus();
    const text = `${cpus().length} x ${processor?.model.trim()}, Node ${process.version}\n\n${table([HEAD, ...rows])}`;
    console.log(text);
    if (values.write) await writeSection('measured', text, 'docs/cohorts.md');
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

/** Runs the command once, and reads from the system what it took. */
async function measure(args: readonly string[]): Promise<Figures> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/run.js', 'cohort', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let processor = 0;
  let kilobytes = 0;
  const proc = `/proc/${child.pid}`;
  const look = async (): Promise<void> => {
    try {
      processor = readStat(await readFile(`${proc}/stat`, 'utf8')).milliseconds / 1000;
      // The highest that its memory ever was.
      const peak = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`${proc}/status`, 'utf8'))?.[1];
      if (peak !== undefined) kilobytes = Number(peak);
    } catch {
      // It has ended.
    }
  };
  const timer = setInterval(() => void look(), 50);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`cohort ended with ${code}.`);
  return { seconds: (performance.now() - start) / 1000, processor, megabytes: kilobytes / 1024 };
}
