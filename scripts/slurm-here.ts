import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from './find-program';
import { freePort } from './serve/free-port';

/** What Slurm needs here, with the packages of Debian's that have it. */
const PROGRAMS = {
  munged: 'munge',
  slurmctld: 'slurmctld',
  slurmd: 'slurmd',
  sbatch: 'slurm-client',
};
export const SLURM_PACKAGES = Object.values(PROGRAMS);

/** Memory of the node: two jobs of the profile's size at once. */
const NODE_MEGABYTES = 3000;
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 200;

export function hasSlurm(): boolean {
  return Object.keys(PROGRAMS).every((name) => findProgram(name) !== null);
}

/**
 * Starts Slurm with this computer as its only node, does work, and ends it. All that it writes goes into a folder.
 *
 * @param folder of a short path, since a socket lies in it; it and the one above may be entered by others then
 * @param work gets the environment in which Slurm's commands find it
 * @returns why Slurm does not run here; null when it did
 */
export async function withSlurm(
  folder: string,
  work: (env: Readonly<Record<string, string>>) => Promise<void>,
): Promise<string | null> {
  const at = (name: string) => join(folder, name);
  for (const name of ['state', 'spool']) await mkdir(at(name), { recursive: true });
  // munged makes no socket that others could not reach.
  for (const path of [dirname(folder), folder]) await chmod(path, 0o711);
  await writeFile(at('munge.key'), randomBytes(1024), { mode: 0o600 });
  const conf = at('slurm.conf');
  await writeFile(conf, await configuration(folder));
  const env = { SLURM_CONF: conf, USER: userInfo().username };
  const files = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'];
  const munge = files.map((name) => `--${name}=${at(`munge.${name.replace(/-file$/, '')}`)}`);
  const servers: ChildProcess[] = [];
  const start = (name: keyof typeof PROGRAMS, args: readonly string[]) => {
    const options = { env: { ...process.env, ...env }, stdio: 'ignore' as const };
    servers.push(spawn(findProgram(name)!, args, options));
  };
  try {
    start('munged', ['--foreground', ...munge]);
    start('slurmctld', ['-D']);
    start('slurmd', ['-D']);
    if (!(await isReady(env, servers))) return await lastWords(folder);
    await work(env);
    return null;
  } finally {
    for (const server of servers.reverse()) await end(server);
  }
}

async function configuration(folder: string): Promise<string> {
  const [name] = hostname().split('.');
  const user = userInfo().username;
  const lines = {
    ClusterName: 'ktyper',
    SlurmctldHost: `${name}(127.0.0.1)`,
    SlurmctldPort: await freePort(),
    SlurmdPort: await freePort(),
    AuthType: 'auth/munge',
    AuthInfo: `socket=${folder}/munge.socket`,
    SlurmUser: user,
    SlurmdUser: user,
    StateSaveLocation: `${folder}/state`,
    SlurmdSpoolDir: `${folder}/spool`,
    SlurmctldPidFile: `${folder}/slurmctld.pid`,
    SlurmdPidFile: `${folder}/slurmd.pid`,
    SlurmctldLogFile: `${folder}/slurmctld.log`,
    SlurmdLogFile: `${folder}/slurmd.log`,
    // No control groups, which a container may not make.
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    MpiDefault: 'none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU_Memory',
    AccountingStorageType: 'accounting_storage/none',
    JobAcctGatherType: 'jobacct_gather/none',
    ReturnToService: 2,
    NodeName: `${name} NodeAddr=127.0.0.1 CPUs=2 RealMemory=${NODE_MEGABYTES} State=UNKNOWN`,
    PartitionName: 'all Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
  };
  return Object.entries(lines)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** Returns whether the node takes jobs. */
async function isReady(
  env: Readonly<Record<string, string>>,
  servers: readonly ChildProcess[],
): Promise<boolean> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += LOOK_EVERY_MS) {
    if (servers.some(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
      return false;
    if (/^idle/m.test(await printed('sinfo', ['--noheader', '--format=%T'], env))) return true;
    await wait(LOOK_EVERY_MS);
  }
  return false;
}

/** Runs a command of Slurm's and returns what it prints; nothing where it fails. */
export function printed(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env } };
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(text));
  });
}

async function lastWords(folder: string): Promise<string> {
  const texts = ['munge.log', 'slurmctld.log', 'slurmd.log'].map((name) =>
    readFile(join(folder, name), 'utf8').catch(() => ''),
  );
  // munged's mistakes, and Slurm's that end it; it goes on after others.
  const errors = (await Promise.all(texts)).join('').match(/^.*(?:fatal:|Error:).*$/gm) ?? [];
  return errors.slice(0, 3).join(' ') || 'its node took no jobs';
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = once(server, 'close');
  server.kill();
  await ended;
}
