import { execFile, spawn } from 'node:child_process';
import {
  appendFile,
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/run-command';
import { buildRun } from '../../../builders/bruker-run';
import { zipOf } from '../../../builders/headless-job';
import { tinyCounts } from '../../../builders/tiny-pack';

const FILES = ['results.tsv', 'plates.tsv', 'ledger.jsonl'] as const;
const NAMES = ['one', 'two', 'broken', 'three', 'four', 'five'];

let folder: string;
let plates: string[];
/** The files of a cohort of all plates that was never ended. */
let whole: Readonly<Record<string, string>>;

const args = (command: string, more: readonly string[]) => ['scripts/run.js', command, ...more];
const env = () => ({ ...process.env, INIT_CWD: folder });

function run(command: 'cohort' | 'merge', ...more: readonly string[]) {
  return new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile(process.execPath, args(command, more), { cwd: ROOT, env: env() }, (fault, _, stderr) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : fault ? -1 : 0, stderr }),
    );
  });
}

/** A plate that ends the process that computes it. */
const ENDING = 'two';

/** @returns the signal that ended the command, which is one that the system sends, or Node to itself */
function runEnding(signal: 'SIGKILL' | 'SIGABRT', ...more: readonly string[]) {
  const ending = join(ROOT, 'tests/builders/end-during-plate.mjs');
  const own = ['--import', ending, ...args('cohort', more)];
  const told = { KTYPER_ENDING_PLATE: ENDING, KTYPER_ENDING_SIGNAL: signal };
  return new Promise<NodeJS.Signals | null>((resolve) => {
    const options = { cwd: ROOT, env: { ...env(), ...told }, stdio: 'ignore' as const };
    const child = spawn(process.execPath, own, options);
    child.on('close', (_, ended) => resolve(ended));
  });
}

/** Runs a cohort some of whose threads end while a plate is computed. */
async function runEndingThreads(times: number, ...more: readonly string[]) {
  const ending = join(ROOT, 'tests/builders/end-thread-during-plate.mjs');
  const ended = join(folder, `ended-threads-${times}`);
  await writeFile(ended, '');
  const own = ['--import', ending, ...args('cohort', more)];
  const told = {
    KTYPER_ENDING_PLATE: ENDING,
    KTYPER_ENDING_TIMES: String(times),
    KTYPER_ENDED_THREADS: ended,
  };
  const code = await new Promise<number | null>((resolve) => {
    const options = { cwd: ROOT, env: { ...env(), ...told }, stdio: 'ignore' as const };
    spawn(process.execPath, own, options).on('close', resolve);
  });
  return { code, ended: (await readFile(ended)).length };
}

async function read(out: string): Promise<Readonly<Record<string, string>>> {
  const texts = FILES.map(async (name) => [name, await readFile(join(folder, out, name), 'utf8')]);
  return Object.fromEntries((await Promise.all(texts)) as [string, string][]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-cohort-'));
  for (const [i, name] of NAMES.entries()) {
    const spots = ['A1', 'A2', 'A3'].map((spot, k) => ({
      spot,
      fid: tinyCounts(k === 1 ? 'alpha' : 'beta', 10 * i + k),
    }));
    const bytes = new Uint8Array(await zipOf(buildRun({ spots })).blob.arrayBuffer());
    const kept = name === 'broken' ? bytes.subarray(0, 100) : bytes;
    await writeFile(join(folder, `${name}.zip`), kept);
  }
  plates = NAMES.map((name) => `${name}.zip`);
  expect(await run('cohort', ...plates, '--out', 'whole', '--workers', '2')).toMatchObject({
    code: 0,
  });
  whole = await read('whole');
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a cohort', { timeout: 300_000 }, () => {
  it('has the rows of each plate in order, and a plate that is damaged costs itself alone', () => {
    const rows = whole['plates.tsv']!.trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split('\t').slice(0, 2))).toEqual(
      NAMES.map((name) => [name, name === 'broken' ? 'failed' : 'done']),
    );
    const results = whole['results.tsv']!.trimEnd().split('\n').slice(1);
    const good = NAMES.filter((name) => name !== 'broken');
    expect(results.map((row) => row.split('\t')[0])).toEqual(
      good.flatMap((name) => [name, name, name]),
    );
  });

  it('does not depend on the number of threads', async () => {
    await run('cohort', ...plates, '--out', 'alone', '--workers', '1');
    expect(await read('alone')).toEqual(whole);
  });

  it('killed at random again and again, gives the bytes of one that never was', async () => {
    let kills = 0;
    for (let tries = 0; tries < 40; tries++) {
      // A kill may meet the same plate twice, which is not to be failed for it here.
      const patient = ['--tries', '1000'];
      const more = args('cohort', [...plates, '--out', 'killed', '--workers', '2', ...patient]);
      const child = spawn(process.execPath, more, { cwd: ROOT, env: env(), stdio: 'ignore' });
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        child.on('close', (_, signal) => resolve(signal)),
      );
      // From before its first byte on; each time a little later, so that it ends in any case.
      const timer = setTimeout(
        () => child.kill('SIGKILL'),
        100 + Math.random() * 250 * (1 + kills),
      );
      const signal = await ended;
      clearTimeout(timer);
      if (signal !== 'SIGKILL') break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(0);
    expect(await run('cohort', ...plates, '--out', 'killed', '--tries', '1000')).toMatchObject({
      code: 0,
    });
    expect(await read('killed')).toEqual(whole);
    expect((await readdir(join(folder, 'killed'))).sort()).toEqual([...FILES].sort());
  });

  it('fails a plate that ended the whole command twice, and no other', async () => {
    const to = ['--out', 'ended', '--workers', '2'];
    // From beside another plate, and then alone; once by the system, once by a crash of Node's.
    expect(await runEnding('SIGKILL', ...plates, ...to)).toBe('SIGKILL');
    expect(await runEnding('SIGABRT', ...plates, ...to)).toBe('SIGABRT');
    expect(await runEnding('SIGABRT', ...plates, ...to)).toBeNull();
    const ended = await read('ended');
    const rowOf = (texts: typeof whole, name: string) =>
      texts['plates.tsv']!.split('\n').find((row) => row.startsWith(`${name}\t`));
    for (const name of NAMES.filter((one) => one !== ENDING)) {
      expect(rowOf(ended, name)).toBe(rowOf(whole, name));
    }
    const [, state, problems] = rowOf(ended, ENDING)!.split('\t');
    expect(state).toBe('failed');
    expect(problems).toContain('The whole command ended 2 times while this plate was computed');
    const others = whole['results.tsv']!.split('\n').filter(
      (row) => !row.startsWith(`${ENDING}\t`),
    );
    expect(ended['results.tsv']).toBe(others.join('\n'));
    expect((await readdir(join(folder, 'ended'))).sort()).toEqual([...FILES].sort());

    // It is tried again by itself, and takes its place.
    expect(await run('cohort', `${ENDING}.zip`, '--out', 'one-more')).toMatchObject({ code: 0 });
    expect(await run('merge', 'ended', 'one-more', '--out', 'mended')).toMatchObject({ code: 0 });
    expect(await read('mended')).toEqual(whole);
  });

  it('loses nothing with a thread that ends, and gives the same bytes', async () => {
    const all = [...plates, '--out', 'threads', '--workers', '2'];
    expect(await runEndingThreads(1, ...all)).toEqual({ code: 0, ended: 1 });
    expect(await read('threads')).toEqual(whole);
  });

  it('fails a plate whose threads end each time, and no other', async () => {
    const all = [...plates, '--out', 'no-threads', '--workers', '2'];
    const { code, ended } = await runEndingThreads(1_000, ...all);
    expect(code).toBe(0);
    expect(ended).toBeGreaterThan(1);
    const texts = await read('no-threads');
    const rows = texts['plates.tsv']!.split('\n');
    const failed = rows.find((row) => row.startsWith(`${ENDING}\t`))!.split('\t');
    expect(failed[1]).toBe('failed');
    expect(failed[2]).toContain('The threads that computed this plate were lost');
    const others = (text: string) =>
      text.split('\n').filter((row) => !row.startsWith(`${ENDING}\t`));
    expect(others(texts['plates.tsv']!)).toEqual(others(whole['plates.tsv']!));
    expect(others(texts['results.tsv']!)).toEqual(others(whole['results.tsv']!));
  });

  it('fails it the sooner the fewer tries it has', async () => {
    const to = ['--out', 'once', '--workers', '1', '--tries', '1'];
    expect(await runEnding('SIGKILL', ...plates.slice(0, 2), ...to)).toBe('SIGKILL');
    const { code, stderr } = await run('cohort', ...plates.slice(0, 2), ...to);
    expect(code).toBe(0);
    expect(stderr).toContain(`The whole command ended once while this plate was computed`);
    const refused = await run('cohort', ...plates, '--out', 'once', '--tries', '0');
    expect(refused.stderr).toContain('--tries takes a number from 1 on');
  });

  it('cuts off what was half written', async () => {
    await run('cohort', ...plates.slice(0, 2), '--out', 'torn');
    await appendFile(join(folder, 'torn/results.tsv'), 'three\tA1\thalf a ro');
    await appendFile(join(folder, 'torn/plates.tsv'), 'thr');
    await appendFile(join(folder, 'torn/ledger.jsonl'), '{"plate":"three","inp');
    expect(await run('cohort', ...plates, '--out', 'torn')).toMatchObject({ code: 0 });
    expect(await read('torn')).toEqual(whole);
  });

  it('refuses rows that were changed, plates that were changed, and other settings', async () => {
    await run('cohort', ...plates.slice(0, 2), '--out', 'changed');
    const before = await read('changed');
    const grouped = await run('cohort', ...plates, '--out', 'changed', '--group', 'name');
    expect(grouped).toMatchObject({ code: 2 });
    expect(grouped.stderr).toContain('begun with another --group');

    await writeFile(join(folder, 'list.tsv'), 'one\tthree.zip\n');
    const other = await run('cohort', '--list', 'list.tsv', '--out', 'changed');
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toContain('is not what it was');
    expect(await read('changed')).toEqual(before);

    const file = await open(join(folder, 'changed/results.tsv'), 'r+');
    await file.write('X', before['results.tsv']!.length - 20);
    await file.close();
    const touched = await run('cohort', ...plates, '--out', 'changed');
    expect(touched).toMatchObject({ code: 2 });
    expect(touched.stderr).toContain('not as it was written');
  });

  it('tells in the table what of a folder could not be read', async () => {
    await mkdir(join(folder, 'linked'));
    await copyFile(join(folder, 'one.zip'), join(folder, 'linked/one.zip'));
    await symlink('lost.zip', join(folder, 'linked/two.zip'));
    expect(await run('cohort', 'linked', '--out', 'unread')).toMatchObject({ code: 0 });
    const [, row = ''] = (await read('unread'))['plates.tsv']!.split('\n');
    const [, state, problems] = row.split('\t');
    expect(state).toBe('done');
    expect(problems).toContain('linked/two.zip could not be read');
  });

  it('refuses a folder that another command writes to', async () => {
    await mkdir(join(folder, 'held'));
    const lock = `cohort.lock.${process.pid}.0-x.${hostname()}`;
    await writeFile(join(folder, 'held', lock), '');
    const refused = await run('cohort', 'one.zip', '--out', 'held');
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain(`written to by process ${process.pid}`);
    expect(await readdir(join(folder, 'held'))).toEqual([lock]);
  });

  it('refuses plates of one name, none, and tables that are not its own', async () => {
    expect((await run('cohort', '--out', 'no')).stderr).toContain('Name an archive or a folder');
    expect((await run('cohort', 'one.zip', './one.zip', '--out', 'no')).stderr).toContain(
      'Two plates are called one',
    );
    expect((await run('cohort', 'one.zip', '--out', 'no', '--workers', '65')).stderr).toContain(
      '--workers takes a number from 1 to 64',
    );
    expect((await run('cohort', 'whole', '--out', 'whole/within')).stderr).toContain(
      'lie in one another',
    );
    await rm(join(folder, 'changed/ledger.jsonl'));
    expect((await run('cohort', 'one.zip', '--out', 'changed')).stderr).toContain(
      'is there without a ledger',
    );
  });
});

describe('merge', { timeout: 300_000 }, () => {
  it('makes of cohorts of single plates what one cohort of all is', async () => {
    const outs = NAMES.map((name) => `of-${name}`);
    await Promise.all(
      NAMES.map((name, i) => run('cohort', `${name}.zip`, '--out', outs[i]!, '--workers', '1')),
    );
    expect(await run('merge', ...outs.slice(0, 3), '--out', 'merged')).toMatchObject({ code: 0 });
    expect(await run('merge', ...outs, '--out', 'merged')).toMatchObject({ code: 0 });
    expect(await read('merged')).toEqual(whole);
    expect((await readdir(join(folder, 'merged'))).sort()).toEqual([...FILES].sort());

    const turned = await run('merge', ...[...outs].reverse(), '--out', 'merged');
    expect(turned).toMatchObject({ code: 2 });
    expect(turned.stderr).toContain('in another order');
    const onto = await run('merge', ...outs, '--out', './of-one/');
    expect(onto).toMatchObject({ code: 2 });
    expect(onto.stderr).toContain('cannot be the output');
    expect(await read('merged')).toEqual(whole);

    const path = join(folder, 'of-two/results.tsv');
    await writeFile(path, (await readFile(path, 'utf8')).replace('A1', 'A9'));
    const refused = await run('merge', ...outs, '--out', 'again');
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('not as they were written');
    expect(await run('merge', 'of-one', 'of-one', '--out', 'twice')).toMatchObject({ code: 2 });
  });
});
