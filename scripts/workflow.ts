import { spawn } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canInstallPackages, installPackages } from './debian';
import { findProgram } from './find-program';
import { runCommandLine } from './headless/command-line';
import { ROOT, runNode } from './run-command';
import { say } from './say';
import { hasSlurm, SLURM_PACKAGES, withSlurm } from './slurm-here';

const USAGE = `Usage: npm run workflow [-- --slurm]

Sees that the Snakemake workflow in cohort/ gives what one cohort of all plates gives: two tasks at once, a
plate that is damaged, a task that fails and is done again, and the report of all. Where there is no Snakemake
and none can be installed, it says so.

  --slurm  the same through Slurm, which is started here for it, with the profile cohort/slurm: each task a
           job of Slurm's, one that fails is begun again by the profile, and one that goes on failing by hand.
           Where there is no Slurm and none can be installed, it says so.
`;

const PLATES = ['alpha', 'beta', 'gamma, with a blank', 'damaged', 'delta'];
const FILES = ['results.tsv', 'plates.tsv', 'ledger.jsonl'];

/** How tasks are run. */
interface Way {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** How often the task that fails does so, until the workflow ends for it. */
  readonly failures: number;
}

const HERE: Way = {
  args: ['--cores', '2', '--keep-going', '--quiet', 'all'],
  env: {},
  failures: 1,
};

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      slurm: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!(await isThere(() => findProgram('snakemake') !== null, ['snakemake']))) {
    say('NOT CHECKED: no Snakemake here, which Debian has as the package snakemake.');
    return 0;
  }
  const local = await inFolder((folder) => check(folder, HERE));
  const told = tell('', local);
  if (!values.slurm) return told;
  if (!(await isThere(hasSlurm, SLURM_PACKAGES))) {
    say(
      `NOT CHECKED: no Slurm here, which Debian has as the packages ${SLURM_PACKAGES.join(', ')}.`,
    );
    return told;
  }
  return Math.max(told, await inFolder(throughSlurm));
});

async function isThere(isHere: () => boolean, packages: readonly string[]): Promise<boolean> {
  if (isHere()) return true;
  return canInstallPackages() && (await installPackages(...packages)) && isHere();
}

async function inFolder<Done>(work: (folder: string) => Promise<Done>): Promise<Done> {
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-workflow-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function tell(where: string, faults: readonly string[]): number {
  for (const fault of faults) say(`FAULT${where}: ${fault}`);
  const isGood = faults.length === 0;
  say(`The workflow${where} ${isGood ? 'gives what one cohort gives.' : 'fails.'}`);
  return isGood ? 0 : 1;
}

/** The profile begins a task again twice, and then the workflow ends. */
async function throughSlurm(folder: string): Promise<number> {
  let faults: string[] = [];
  const why = await withSlurm(join(folder, 'slurm'), async (env) => {
    const args = ['--profile', join(ROOT, 'cohort/slurm')];
    faults = await check(folder, { args, env, failures: 3 });
    const jobs = (await beganIn(folder)).flatMap(({ command, job }) =>
      command.includes('of-plates/') && command.startsWith('cohort ') ? [job] : [],
    );
    if (jobs.includes('none')) faults.push('A plate task was no job of Slurm’s.');
    if (new Set(jobs).size !== jobs.length) faults.push('Two plate tasks were one job of Slurm’s.');
    say(`${jobs.length} plate tasks were jobs of Slurm’s: ${jobs.join(', ')}.`);
  });
  if (why === null) return tell(' through Slurm', faults);
  say(`NOT CHECKED: Slurm does not run here: ${why}`);
  return 0;
}

/** Returns the commands of the program that were begun, and in which job of Slurm's. */
async function beganIn(folder: string) {
  const text = await readFile(join(folder, 'began.txt'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [job = '', command = ''] = line.split('\t');
      return { job, command };
    });
}

async function check(folder: string, way: Way): Promise<string[]> {
  const faults: string[] = [];
  const expectThat = (holds: boolean, otherwise: string) => void (holds || faults.push(otherwise));
  for (const [i, name] of PLATES.entries()) {
    const out = join(folder, `${i}.zip`);
    const args = ['--spots', '8', '--seed', name, '--out', out];
    if ((await runNode('scripts/make-example.ts', args)) !== 0) return ['No plate was made.'];
    if (name === 'damaged') await truncate(out, 1000);
  }
  const lines = PLATES.map((name, i) => `${name}\t${i}.zip\n`);
  await writeFile(join(folder, 'plates.tsv'), lines.join(''));
  await mkdir(join(folder, 'bin'));
  const program = join(folder, 'bin/ktyper');
  // As the package's program; of the plate delta it fails some times, as on a machine that is lost.
  const times = Array.from({ length: way.failures }, (_, i) => i + 1).join(' ');
  const script = [
    '#!/bin/sh',
    `case "$*" in *of-plates/delta*) for i in ${times}; do`,
    `  if mkdir ${folder}/failed-$i 2>/dev/null; then exit 9; fi`,
    'done;; esac',
    `printf '%s\\t%s\\n' "\${SLURM_JOB_ID:-none}" "$*" >> ${folder}/began.txt`,
    'command=$1; shift',
    `INIT_CWD=$PWD exec ${process.execPath} ${ROOT}scripts/run.js "$command" "$@"`,
    '',
  ];
  await writeFile(program, script.join('\n'));
  await chmod(program, 0o755);
  const began = async () => (await beganIn(folder)).length;
  const failed = async () =>
    (await readdir(folder)).filter((name) => name.startsWith('failed-')).length;
  const snakemake = () => runSnakemake(folder, program, way);

  const whole = ['cohort', '--list', 'plates.tsv', '--out', 'whole'];
  expectThat((await run(program, whole, folder)) === 0, 'One cohort of all plates failed.');
  const before = await began();
  const first = await snakemake();
  expectThat(first !== 0, 'A task failed, and the workflow did not tell.');
  expectThat(
    (await failed()) === way.failures,
    'A failed task was not begun as often as it is to.',
  );
  const others = PLATES.length - 1;
  expectThat((await began()) === before + others, 'A failed task has cost others.');
  const done = await readdir(join(folder, 'out/of-plates'));
  expectThat(done.length >= others, 'The other plates have no output.');
  expectThat((await snakemake()) === 0, 'The failed task was not done again.');
  // The one plate, the merging and the report.
  expectThat((await began()) === before + others + 3, 'More was done again than what had failed.');
  expectThat((await snakemake()) === 0, 'The workflow fails when all is done.');
  expectThat((await began()) === before + others + 3, 'What was done is done again.');
  for (const name of FILES) {
    const merged = await readFile(join(folder, 'out', name), 'utf8').catch(() => null);
    const wanted = await readFile(join(folder, 'whole', name), 'utf8');
    expectThat(merged === wanted, `${name} is not that of one cohort of all plates.`);
  }
  const report = await readFile(join(folder, 'out/report.html'), 'utf8').catch(() => '');
  const told = [`${PLATES.length} (${PLATES.length - 1} done, 1 failed)`, '<svg ', ...PLATES];
  for (const one of told) expectThat(report.includes(one), `The report does not have: ${one}`);
  return faults;
}

function runSnakemake(folder: string, program: string, { args, env }: Way): Promise<number> {
  const config = ['plates=plates.tsv', 'out=out', `ktyper=${program}`];
  const own = ['--snakefile', join(ROOT, 'cohort/Snakefile'), ...args, '--config', ...config];
  return run('snakemake', own, folder, env);
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    // The cache of Snakemake goes into the folder, too.
    const env = { ...process.env, XDG_CACHE_HOME: join(cwd, '.cache'), ...more };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
