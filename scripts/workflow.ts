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
import { canInstallPackages, installPackages } from './debian';
import { findProgram } from './find-program';
import { ROOT, runNode } from './run-command';
import { say } from './say';

/**
 * `npm run workflow`: sees that the Snakemake workflow in `cohort` gives what one cohort of all plates gives:
 * two tasks at once, a plate that is damaged, a task that fails and is done again, and the report of all. Where
 * there is no Snakemake and none can be installed, it says so.
 */

const PLATES = ['alpha', 'beta', 'gamma, with a blank', 'damaged', 'delta'];
const FILES = ['results.tsv', 'plates.tsv', 'ledger.jsonl'];

process.exitCode = (await hasSnakemake()) ? await main() : 0;

async function hasSnakemake(): Promise<boolean> {
  if (findProgram('snakemake') !== null) return true;
  if (canInstallPackages() && (await installPackages('snakemake'))) return true;
  say('NOT CHECKED: no Snakemake here, which Debian has as the package snakemake.');
  return false;
}

async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-workflow-'));
  try {
    const faults = await check(folder);
    for (const fault of faults) say(`FAULT: ${fault}`);
    say(faults.length === 0 ? 'The workflow gives what one cohort gives.' : 'The workflow fails.');
    return faults.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function check(folder: string): Promise<string[]> {
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
  // As the package's program; of the plate delta it fails once, as on a machine that is lost.
  const script = [
    '#!/bin/sh',
    `case "$*" in *of-plates/delta*) if mkdir ${folder}/failed 2>/dev/null; then exit 9; fi;; esac`,
    `printf 'began %s\\n' "$*" >> ${folder}/began.txt`,
    'command=$1; shift',
    `INIT_CWD=$PWD exec ${process.execPath} ${ROOT}scripts/run.js "$command" "$@"`,
    '',
  ];
  await writeFile(program, script.join('\n'));
  await chmod(program, 0o755);
  const began = async () =>
    (await readFile(join(folder, 'began.txt'), 'utf8')).trimEnd().split('\n').length;

  const whole = ['cohort', '--list', 'plates.tsv', '--out', 'whole'];
  expectThat((await run(program, whole, folder)) === 0, 'One cohort of all plates failed.');
  const before = await began();
  const first = await snakemake(folder, program);
  expectThat(first !== 0, 'A task failed, and the workflow did not tell.');
  const others = PLATES.length - 1;
  expectThat((await began()) === before + others, 'A failed task has cost others.');
  const done = await readdir(join(folder, 'out/of-plates'));
  expectThat(done.length >= others, 'The other plates have no output.');
  expectThat((await snakemake(folder, program)) === 0, 'The failed task was not done again.');
  // The one plate, the merging and the report.
  expectThat((await began()) === before + others + 3, 'More was done again than what had failed.');
  expectThat((await snakemake(folder, program)) === 0, 'The workflow fails when all is done.');
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

function snakemake(folder: string, program: string): Promise<number> {
  const config = ['plates=plates.tsv', 'out=out', `ktyper=${program}`];
  const args = ['--snakefile', join(ROOT, 'cohort/Snakefile'), '--cores', '2', '--keep-going'];
  return run('snakemake', [...args, '--quiet', 'all', '--config', ...config], folder);
}

function run(program: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve) => {
    // The cache of Snakemake goes into the folder, too.
    const env = { ...process.env, XDG_CACHE_HOME: join(cwd, '.cache') };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
