import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { ROOT } from '../../../scripts/run-command';
import { outputSchema } from '../../../src/io/exports/output-schema';
import { buildRun, builtUid } from '../../builders/bruker-run';
import { zipOf } from '../../builders/headless-job';
import {
  LABORATORY_FEATURES,
  laboratoryModel,
  maliciousModel,
} from '../../builders/laboratory-model';
import { THREE_TAXA } from '../../builders/marker-table';
import { tinyCounts, tinyPackFiles } from '../../builders/tiny-pack';

let folder: string;
let run: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-commands-'));
  run = join(folder, 'run.zip');
  const spots = [
    { spot: 'A1', fid: tinyCounts('alpha', 1) },
    { spot: 'A2', fid: new Uint8Array(7) },
    { spot: 'A3', fid: new Int32Array(21_424) },
  ];
  await writeFile(run, new Uint8Array(await zipOf(buildRun({ spots })).blob.arrayBuffer()));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command from another folder than the project's, as npm does. */
function command(script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, INIT_CWD: folder } };
    const all = ['--import', 'tsx', `scripts/${script}.ts`, ...args];
    execFile(process.execPath, all, options, (fault, stdout, stderr) => {
      const code = typeof fault?.code === 'number' ? fault.code : fault === null ? 0 : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

describe('classify', { timeout: 60_000 }, () => {
  it('prints JSON of the documented shape, and ends well with unreadable spectra among it', async () => {
    const { code, stdout, stderr } = await command('classify', 'run.zip', '--format', 'json');
    expect(code).toBe(0);
    const output = v.parse(outputSchema, JSON.parse(stdout));
    expect(output.spectra.map(({ status }) => status)).toEqual(['ok', 'failed', 'failed']);
    expect(output.samples.map(({ name, call }) => [name, call.kind])).toEqual([
      ['Sample A1', 'none'],
      ['Sample A2', 'none'],
      ['Sample A3', 'none'],
    ]);
    expect(stderr).toContain('3 samples from 1 spectra, 2 not read, 0 left out');
  });

  it('gives the same from threads as from its own', async () => {
    const [here, threads] = await Promise.all([
      command('classify', 'run.zip', '--workers', '1'),
      command('classify', 'run.zip', '--workers', '2'),
    ]);
    expect(here.stdout.split('\n')).toHaveLength(5);
    expect(threads).toMatchObject({ code: 0, stdout: here.stdout });
  });

  it('looks for watched peaks, and changes no call by it', async () => {
    await writeFile(join(folder, 'peaks.csv'), 'name,mz,gene\nalpha,4000.5,x\nbeta,6000.5,y\n');
    const [plain, watching, refused] = await Promise.all([
      command('classify', 'run.zip'),
      command('classify', 'run.zip', '--watch', 'peaks.csv'),
      command('classify', 'run.zip', '--watch', 'run.zip'),
    ]);
    const lines = watching.stdout.split('\n').map((line) => line.split('\t'));
    const width = plain.stdout.split('\n')[0]!.split('\t').length;
    expect(lines.map((cells) => cells.slice(0, width).join('\t')).join('\n')).toBe(plain.stdout);
    expect(
      lines.slice(0, 4).map((cells) => [cells[width], cells[width + 3], cells[width + 6]]),
    ).toEqual([
      ['watch_alpha', 'watch_beta', 'watch_recalibrated'],
      ['found', 'not found', 'no'],
      ['not looked for', 'not looked for', ''],
      ['not looked for', 'not looked for', ''],
    ]);
    expect(watching.stderr).toContain('peaks.csv: The column "gene" is not used.');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(
      "run.zip: The table's first line does not name the column name.",
    );
  });

  it.each([
    ['no input', [], 'Name an archive, a folder or files to read.'],
    ['a file that is not there', ['nothing.zip'], 'There is no such file or folder: nothing.zip'],
    ['an option that is unknown', ['run.zip', '--fast'], '--fast'],
    [
      'a format that is unknown',
      ['run.zip', '--format', 'xml'],
      '--format takes tsv, csv, short, json, jsonl, spectracl',
    ],
    [
      'a watch that is wanted and not',
      ['run.zip', '--guard', '--no-guard'],
      '--guard and --no-guard contradict each other.',
    ],
    ['a model that is unknown', ['run.zip', '--model', 'none'], 'There is no model none'],
  ])('ends with 2 and one sentence: %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await command('classify', ...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.split('\n')[0]).toContain(sentence);
  });

  it.each([
    ['csv', /^\ufeffsample,spot,call,/],
    ['short', /^\ufeffsample,spot,species,/],
    ['jsonl', /^\{"format":"ktyper-sample\/1"/],
  ])('writes %s', async (format, start) => {
    const { code, stdout } = await command('classify', 'run.zip', '--format', format);
    expect(code).toBe(0);
    expect(stdout).toMatch(start);
    expect(stdout.trimEnd().split('\n')).toHaveLength(format === 'jsonl' ? 3 : 4);
  });

  it.each([
    ['an input', 'run.zip', 2, 'run.zip is read by this command, and not written over.'],
    ['a folder that is not there', 'none/x.tsv', 3, 'There is no folder to write none/x.tsv into.'],
    ['a folder', '.', 3, '. is a folder. Name a file.'],
    ['a full disk', '/dev/full', 3, 'The disk is full: /dev/full could not be written.'],
  ])('ends with one sentence for an output that is %s', async (_, out, expected, sentence) => {
    const before = await readFile(run);
    const { code, stdout, stderr } = await command('classify', 'run.zip', '--out', out);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
    expect(await readFile(run)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it.each([
    ['full', '/dev/full', 'The disk is full: stdout could not be written.'],
    ['closed', '>(exec 0<&-; sleep 30)', 'The program that was to read the output has ended'],
  ])('ends with one sentence when stdout is %s', async (_, to, sentence) => {
    const line = `node --import tsx scripts/classify.ts "$1" --format json > ${to}`;
    const { code, stderr } = await new Promise<Ended>((resolve) => {
      execFile('bash', ['-c', line, 'bash', run], { cwd: ROOT }, (fault, stdout, stderr) => {
        resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, stdout, stderr });
      });
    });
    expect(code).toBe(3);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });

  it('watches a classifier, unless it is told not to', async () => {
    const { manifest, graph } = await tinyPackFiles();
    await mkdir(join(folder, 'tiny'));
    await writeFile(join(folder, 'tiny/manifest.json'), manifest);
    await writeFile(join(folder, 'tiny/model.onnx'), graph);
    const tiny = (...args: readonly string[]) =>
      command('classify', 'run.zip', '--model', 'tiny', '--format', 'json', ...args);
    const [watched, off, ruled] = [
      await tiny('--guard'),
      await tiny('--no-guard'),
      await tiny(),
    ].map(({ stdout, stderr }) => ({
      output: v.parse(outputSchema, JSON.parse(stdout)),
      stderr,
    }));
    expect(watched?.output.guard).toMatchObject({
      kind: 'watched',
      guard: { genus: 'Klebsiella' },
      reason: null,
    });
    expect(watched?.output.samples[0]?.guard?.rule).toBe('poor-spectrum');
    expect(watched?.stderr).toContain(
      '0 of 1 sample shows a Klebsiella pattern. 1 could not be judged.',
    );
    expect(off?.output.guard).toEqual({
      kind: 'not-watched',
      guard: null,
      reason: 'That was switched off for this model.',
    });
    expect(off?.output.samples[0]?.guard).toBeNull();
    // Its classes are Genus alpha and Genus beta.
    expect(ruled?.output.guard?.reason).toContain('Its classes are of Genus,');
    expect(ruled?.stderr).toContain('no marker model ran beside it');
  });

  it('ends with 2 when nothing could be read', async () => {
    await writeFile(join(folder, 'notes.txt'), 'no spectra here');
    const { code, stdout, stderr } = await command('classify', 'notes.txt');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('No spectrum was found. 1 other file was found: notes.txt.');
  });
});

describe('preprocess', { timeout: 60_000 }, () => {
  it('writes a vector a spectrum, zeros for one without signal', async () => {
    const { code, stderr } = await command('preprocess', 'run.zip', '--out', 'vectors');
    expect(code).toBe(0);
    expect(stderr).toContain('2 vectors written, 1 spectra not read, 0 left out.');
    const names = ['A1', 'A3'].map((spot) => `${builtUid('spectrum', spot)}.f64`);
    expect((await readdir(join(folder, 'vectors'))).toSorted()).toEqual(names.toSorted());
  });

  it('wants to know where to write', async () => {
    const { code, stderr } = await command('preprocess', 'run.zip');
    expect(code).toBe(2);
    expect(stderr).toContain('--out is missing');
  });
});

describe('import-model', { timeout: 60_000 }, () => {
  it('makes a pack of a table, and says which taxa it cannot tell apart', async () => {
    await writeFile(join(folder, 'three taxa.csv'), THREE_TAXA);
    const { code, stdout, stderr } = await command(
      'import-model',
      ...['three taxa.csv', '--out', 'pack', '--id', 'three'],
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Genus beta and Genus gamma cannot be told apart');
    const pack = await readModelPack(join(folder, 'pack'));
    expect(pack.ok && pack.value.ref).toMatchObject({ id: 'three', version: '1.0.0' });
    const { code: ran } = await command('classify', 'run.zip', '--model', 'pack');
    expect(ran).toBe(0);
  });

  it('makes a pack of a pickle, and refuses one that asks for a program', async () => {
    await writeFile(join(folder, 'model.bin'), laboratoryModel('names'));
    await writeFile(join(folder, 'bad.bin'), maliciousModel());
    await writeFile(join(folder, 'features.txt'), LABORATORY_FEATURES);
    const made = await command('import-model', 'model.bin', 'features.txt', '--out', 'own');
    expect(made).toMatchObject({ code: 0, stdout: '' });
    const refused = await command('import-model', 'bad.bin', 'features.txt', '--out', 'bad');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('os.system');
    expect(await readdir(folder)).not.toContain('bad');
  });

  it('writes over no file that it reads', async () => {
    await writeFile(join(folder, 'model.onnx'), THREE_TAXA);
    const { code, stderr } = await command('import-model', 'model.onnx', '--out', '.');
    expect(code).toBe(2);
    expect(stderr).toContain('model.onnx is read by this command, and not written over.');
    expect(await readFile(join(folder, 'model.onnx'), 'utf8')).toBe(THREE_TAXA);
  });

  it('takes no features list with a table', async () => {
    const { code, stderr } = await command(
      'import-model',
      ...['three taxa.csv', 'features.txt', '--out', 'none'],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('A table of markers takes no FEATURES');
  });
});
