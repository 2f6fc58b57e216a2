import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
import { pngOf } from '../../builders/pictures';
import { THREE_TAXA } from '../../builders/marker-table';
import { refusedInputs } from '../../builders/refused-inputs';
import { ImporterSession } from '../../../workers/importer/session';
import { tinyCounts, tinyPackFiles } from '../../builders/tiny-pack';
import { inEnglish } from '../../../src/words/in-words';

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

type Script = string | readonly [name: string, options: { readonly uid?: number }];

/** Runs a command from a folder other than the project's, as npm does. */
function command(called: Script, ...args: readonly string[]): Promise<Ended> {
  const [script, more] = typeof called === 'string' ? [called, {}] : called;
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, INIT_CWD: folder }, ...more };
    const all = ['--import', 'tsx', `scripts/${script}.ts`, ...args];
    execFile(process.execPath, all, options, (fault, stdout, stderr) => {
      const code = typeof fault?.code === 'number' ? fault.code : fault === null ? 0 : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

describe('classify', { timeout: 180_000 }, () => {
  it('prints JSON of the documented form, and succeeds despite unreadable spectra', async () => {
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

  it('gives the same from other threads as from its own', async () => {
    const [here, threads] = await Promise.all([
      command('classify', 'run.zip', '--workers', '1'),
      command('classify', 'run.zip', '--workers', '2'),
    ]);
    expect(here.stdout.split('\n')).toHaveLength(5);
    expect(threads).toMatchObject({ code: 0, stdout: here.stdout });
  });

  it('searches for watched peaks, which changes no call', async () => {
    await writeFile(join(folder, 'peaks.csv'), 'name,mz,gene\nalpha,4000.5,x\nbeta,6000.5,y\n');
    const [plain, watching, refused] = await Promise.all([
      command('classify', 'run.zip'),
      command('classify', 'run.zip', '--watch', 'peaks.csv'),
      command('classify', 'run.zip', '--watch', 'run.zip'),
    ]);
    const lines = watching.stdout.split('\n').map((line) => line.split('\t'));
    const width = plain.stdout.split('\n')[0]!.split('\t').length;
    // The settings name the peaks; all else is as without them.
    const settings = lines[0]!.indexOf('settings');
    const [, first = []] = lines;
    const texts = first[settings]?.split('; ') ?? [];
    const told = texts.filter((text) => text.startsWith('watched peaks'));
    expect(told).toHaveLength(1);
    expect(lines.map((cells) => cells.slice(0, width).join('\t')).join('\n')).toBe(
      plain.stdout.replaceAll(/; guard [^\t;]*/g, `$&; ${told[0]}`),
    );
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
      'run.zip: The table’s first line does not name the column name.',
    );
  });

  it('reports the unmatched rows of a sheet before the end, and groups spots from the given one', async () => {
    await writeFile(join(folder, 'sheet.tsv'), 'spectrum_id\tsample_id\nA1\tx\nH7\ty\n');
    const [sheet, start, none] = await Promise.all([
      command('classify', 'run.zip', '--sample-sheet', 'sheet.tsv'),
      command('classify', 'run.zip', '--group', '2@a02', '--format', 'json'),
      command('classify', 'run.zip', '--group', '2@Z9'),
    ]);
    const said = sheet.stderr.split('\n').map((line) => line.trim());
    const first = said.findIndex((line) =>
      line.includes('1 of 2 rows match the 3 spectra of this'),
    );
    expect(first).toBeGreaterThanOrEqual(0);
    expect(said.findIndex((line) => line.includes('Done after'))).toBeGreaterThan(first);
    expect(sheet.stderr).toContain('H7');
    const output = v.parse(outputSchema, JSON.parse(start.stdout));
    expect(output.grouping).toMatchObject({ kind: 'spots', every: 2, start: 'A2', begins: 'A2' });
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('--group takes a spot of a plate behind the @, such as 4@B3');
  });

  it.each([
    ['no input', [], 'Name an archive, a folder or files to read.'],
    ['a file that is not there', ['nothing.zip'], 'There is no such file or folder: nothing.zip'],
    ['an option that is unknown', ['run.zip', '--fast'], '--fast'],
    [
      'a format that is unknown',
      ['run.zip', '--format', 'xml'],
      '--format takes tsv, csv, xlsx, short, json, jsonl, spectracl, sheet, job, html',
    ],
    [
      'a watch that is wanted and not',
      ['run.zip', '--guard', '--no-guard'],
      '--guard and --no-guard contradict each other.',
    ],
    ['a model that is unknown', ['run.zip', '--model', 'none'], 'There is no model none'],
    [
      'a laboratory without a report',
      ['run.zip', '--lab', 'lab.json'],
      '--lab and --language go with --format html.',
    ],
    [
      'a laboratory that is not there',
      ['run.zip', '--format', 'html', '--lab', 'none.json'],
      'This cannot be read: none.json',
    ],
    [
      'a laboratory that is none',
      ['run.zip', '--format', 'html', '--lab', 'run.zip'],
      'run.zip does not describe a laboratory: it is no JSON.',
    ],
  ])('ends with 2 and one sentence for %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await command('classify', ...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.split('\n')[0]).toContain(sentence);
  });

  it('writes a report, in French where that is wanted, with the laboratory in its head', async () => {
    const laboratory = { name: 'Labo <i>Nord</i>', address: 'Rue A', logo: 'logo.png' };
    await writeFile(join(folder, 'lab.json'), JSON.stringify(laboratory));
    await writeFile(join(folder, 'logo.png'), pngOf(40, 20));
    const wish = ['--lab', 'lab.json', '--language', 'fr'];
    const { code, stdout } = await command('classify', 'run.zip', '--format', 'html', ...wish);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(stdout).toContain('Labo &lt;i&gt;Nord&lt;/i&gt;');
    expect(stdout).toContain('src="data:image/png;base64,');
    expect(stdout).toContain('Pour la recherche uniquement.');
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

  it('guards a classifier, unless it is told not to', async () => {
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
    // The classes are Genus alpha and Genus beta.
    expect(ruled?.output.guard?.reason).toContain('Its classes are of Genus,');
    expect(ruled?.stderr).toContain('no marker model ran beside it');
  });

  it('reads a whole run beside archives that it refuses, and reports them', async () => {
    for (const { name, bytes } of refusedInputs()) await writeFile(join(folder, name), bytes);
    const names = refusedInputs().map(({ name }) => name);
    // unit/hostile/archives tests each of them alone, in either order.
    const orders = [
      [...names, 'run.zip'],
      ['run.zip', ...names],
      [...names.slice(0, 2), 'run.zip', ...names.slice(2)],
    ];
    for (const order of orders) {
      const { code, stdout, stderr } = await command('classify', ...order, '--format', 'json');
      expect(code).toBe(0);
      const { spectra, samples } = v.parse(outputSchema, JSON.parse(stdout));
      const own = spectra.filter(({ path }) => path.startsWith('run.zip/'));
      expect(own.map(({ status }) => status)).toEqual(['ok', 'failed', 'failed']);
      expect(samples.map((one) => one.name)).toEqual(expect.arrayContaining(['Sample A1']));
      for (const { name, sentence } of refusedInputs()) expect(stderr, name).toContain(sentence);
    }
  });

  it('reads a run beside a folder that may not be opened, and reports the folder', async () => {
    const parts = join(folder, 'parts');
    const spots = [{ spot: 'A1', fid: tinyCounts('alpha', 1) }];
    for (const { path, bytes } of buildRun({ spots })) {
      await mkdir(join(parts, path, '..'), { recursive: true });
      await writeFile(join(parts, path), bytes);
    }
    await mkdir(join(parts, 'a locked one'));
    await writeFile(join(parts, 'a locked one', 'fid'), 'x');
    await chmod(join(parts, 'a locked one'), 0);
    await chmod(folder, 0o755);
    // Root may open every folder, so the command runs as another user.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { code, stdout, stderr } = await command(['classify', user], 'parts', '--format', 'json');
    await chmod(join(parts, 'a locked one'), 0o755);
    expect(stderr).toContain(
      'parts/a locked one could not be read: it was moved or deleted, or may not be read.',
    );
    expect(code).toBe(0);
    const { spectra, problems } = v.parse(outputSchema, JSON.parse(stdout));
    expect(spectra.map(({ status }) => status)).toEqual(['ok']);
    expect(problems.map(({ kind }) => kind)).toContain('input-unreadable');
  });

  it.each([1, 2])('leaves no partial file when it is stopped by %i Ctrl+C', async (times) => {
    const spots = Array.from({ length: 96 }, (_, i) => ({
      spot: `${'ABCDEFGH'[Math.floor(i / 12)]}${(i % 12) + 1}`,
      fid: tinyCounts('alpha', i + 1),
    }));
    const place = await mkdtemp(join(folder, 'stopped-'));
    await writeFile(join(place, 'sheet.tsv'), 'spectrum_id\tsample_id\nA1\tx\n');
    const plate = zipOf(buildRun({ spots }));
    await writeFile(join(place, 'plate.zip'), new Uint8Array(await plate.blob.arrayBuffer()));
    const before = 'what was there before';
    await writeFile(join(place, 'out.tsv'), before);
    const args = ['plate.zip', '--sample-sheet', 'sheet.tsv', '--out', 'out.tsv', '--workers', '2'];
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/classify.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, INIT_CWD: place },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // At this time, the files are listed and not all spectra are computed.
      const isNow = !stderr.includes('Sample sheet:') && (stderr + text).includes('Sample sheet:');
      stderr += text;
      if (isNow) for (let i = 0; i < times; i++) child.kill('SIGINT');
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(130);
    expect((await readdir(place)).toSorted()).toEqual(['out.tsv', 'plate.zip', 'sheet.tsv']);
    const written = await readFile(join(place, 'out.tsv'), 'utf8');
    if (written !== before) {
      expect(written).toMatch(/^sample\tspot\t/);
      expect(stderr).toContain('Stopped after');
    }
  });

  it('ends with 2 when nothing could be read', async () => {
    await writeFile(join(folder, 'notes.txt'), 'no spectra here');
    const { code, stdout, stderr } = await command('classify', 'notes.txt');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('No spectrum was found. 1 other file was found: notes.txt.');
  });
});

describe('preprocess', { timeout: 180_000 }, () => {
  it('writes a vector for each spectrum, and zeros for one without signal', async () => {
    const { code, stderr } = await command('preprocess', 'run.zip', '--out', 'vectors');
    expect(code).toBe(0);
    expect(stderr).toContain('2 vectors written, 1 spectra not read, 0 left out.');
    const names = ['A1', 'A3'].map((spot) => `${builtUid('spectrum', spot)}.f64`);
    expect((await readdir(join(folder, 'vectors'))).toSorted()).toEqual(names.toSorted());
  });

  it('requires the place to write to', async () => {
    const { code, stderr } = await command('preprocess', 'run.zip');
    expect(code).toBe(2);
    expect(stderr).toContain('--out is missing');
  });
});

describe('import-model', { timeout: 180_000 }, () => {
  it('makes a pack of a table, and reports which taxa it cannot distinguish', async () => {
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

  it('makes a pack of a pickle, and refuses one that would run a program', async () => {
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

  it('reports a table named like a pickle as the page does, and not as a broken pickle', async () => {
    const tables = {
      'whole.pkl': THREE_TAXA,
      'part.pkl': 'taxon;locus;note\nA;L1;x\nB;L1;y\n',
      'faulty.joblib': 'taxon,locus,mass\nA,L1,12\n',
      'another.bin': 'a;b;c\n1;2;3\n4;5;6\n',
      'peaks.sav': 'name,mz,tolerance_ppm\nA,11109,500\n',
    };
    for (const [name, text] of Object.entries(tables)) {
      await writeFile(join(folder, name), text);
      const { code, stderr } = await command('import-model', name, '--out', `of ${name}`);
      const { outline } = await new ImporterSession().read([
        { path: name, blob: new Blob([text]) },
      ]);
      expect(stderr).not.toMatch(/pickle/i);
      if (!outline.ok) {
        expect([name, code]).toEqual([name, 2]);
        expect(stderr.trim()).toBe(
          `${inEnglish(outline.error.message)} ${inEnglish(outline.error.cure)}`,
        );
      } else expect([name, code]).toEqual([name, outline.value.kind === 'markers' ? 0 : 2]);
    }
  });

  it('does not overwrite a file that it reads', async () => {
    await writeFile(join(folder, 'model.onnx'), THREE_TAXA);
    const { code, stderr } = await command('import-model', 'model.onnx', '--out', '.');
    expect(code).toBe(2);
    expect(stderr).toContain('model.onnx is read by this command, and not written over.');
    expect(await readFile(join(folder, 'model.onnx'), 'utf8')).toBe(THREE_TAXA);
  });

  it('accepts no features list with a table', async () => {
    const { code, stderr } = await command(
      'import-model',
      ...['three taxa.csv', 'features.txt', '--out', 'none'],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('A table of markers takes no FEATURES');
  });
});
