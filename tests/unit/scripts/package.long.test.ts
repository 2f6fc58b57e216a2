import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run-command';
import { LABORATORY_FEATURES, laboratoryModel } from '../../builders/laboratory-model';

let folder: string;
let home: string;
let run: string;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function started(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  // What npm tells the commands that it runs must not reach those that are installed.
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD$)/i.test(name));
  // An address where nobody answers: whatever is to be fetched fails.
  const env = { ...Object.fromEntries(own), npm_config_registry: 'http://127.0.0.1:9/' };
  return new Promise((resolve) => {
    const options = { cwd, env, maxBuffer: 64e6 };
    execFile(program, args, options, (fault, stdout, stderr) => {
      const code = typeof fault?.code === 'number' ? fault.code : fault === null ? 0 : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

const fromSources = (script: string, ...args: readonly string[]) =>
  started('npm', ['run', '--silent', script, '--', ...args], ROOT);

/** Runs the installed program. */
const ktyper = (...args: readonly string[]) =>
  started(join(home, 'node_modules/.bin/ktyper'), args, home);

// Packs and installs once, as the guide says: a lost file of the package is found by using it.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-package-'));
  home = join(folder, 'home');
  run = join(folder, 'run.zip');
  await mkdir(home);
  await writeFile(join(home, 'package.json'), '{}');
  const packed = await fromSources('pack', '--pack-destination', folder);
  expect(packed, packed.stderr).toMatchObject({ code: 0 });
  const tarball = (await readdir(folder)).find((name) => /^ktyper-.*\.tgz$/.test(name));
  const args = ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball!)];
  const installed = await started('npm', args, home);
  expect(installed, installed.stderr).toMatchObject({ code: 0 });
  const made = await fromSources('make-example', '--spots', '8', '--seed', '5', '--out', run);
  expect(made, made.stderr).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the package', { timeout: 180_000 }, () => {
  it('brings no other package and runs nothing on install', async () => {
    expect(await readdir(join(home, 'node_modules'))).toEqual(
      expect.arrayContaining(['.bin', 'ktyper']),
    );
    const others = (await readdir(join(home, 'node_modules'))).filter((name) => name[0] !== '.');
    expect(others).toEqual(['ktyper']);
    const text = await readFile(join(home, 'node_modules/ktyper/package.json'), 'utf8');
    const { dependencies, scripts } = JSON.parse(text) as Record<string, Record<string, string>>;
    expect(dependencies).toBeUndefined();
    expect(Object.keys(scripts!)).not.toContain('postinstall');
    const licences = await readFile(join(home, 'node_modules/ktyper/package/licences.txt'), 'utf8');
    expect(licences).toMatch(/^onnxruntime-web \d/m);
    expect(licences).toMatch(/^comlink \d/m);
  });

  it.each(['tsv', 'jsonl'])('classifies as the sources do, to the byte: %s', async (format) => {
    const timeless = (text: string) => text.replace(/"createdAt":"[^"]*"/g, '"createdAt":""');
    const args = [run, '--format', format, '--workers', '2'];
    const ours = await fromSources('classify', ...args);
    const theirs = await ktyper('classify', ...args);
    expect(theirs, theirs.stderr).toMatchObject({ code: 0 });
    expect(theirs.stdout.length).toBeGreaterThan(4000);
    expect(timeless(theirs.stdout)).toBe(timeless(ours.stdout));
  });

  it('classifies a cohort on threads', async () => {
    const ours = await fromSources('cohort', run, '--out', join(folder, 'ours'), '--workers', '2');
    expect(ours, ours.stderr).toMatchObject({ code: 0 });
    const theirs = await ktyper('cohort', run, '--out', 'theirs', '--workers', '2');
    expect(theirs, theirs.stderr).toMatchObject({ code: 0 });
    for (const name of ['results.tsv', 'plates.tsv', 'ledger.jsonl']) {
      const text = await readFile(join(home, 'theirs', name), 'utf8');
      expect(text, name).toBe(await readFile(join(folder, 'ours', name), 'utf8'));
    }
    const report = await ktyper('report', 'theirs', '--language', 'fr');
    expect(report, report.stderr).toMatchObject({ code: 0 });
    expect(report.stdout).toContain('<html lang="fr">');
  });

  it('preprocesses and imports a model, whose threads it brings along', async () => {
    const vectors = await ktyper('preprocess', run, '--out', 'vectors');
    expect(vectors, vectors.stderr).toMatchObject({ code: 0 });
    expect((await readdir(join(home, 'vectors'))).length).toBeGreaterThan(4);
    await writeFile(join(home, 'model.bin'), laboratoryModel('names'));
    await writeFile(join(home, 'features.txt'), LABORATORY_FEATURES);
    const imported = await ktyper('import-model', 'model.bin', 'features.txt', '--out', 'pack');
    expect(imported, imported.stderr).toMatchObject({ code: 0 });
    expect(await readdir(join(home, 'pack'))).toEqual(['manifest.json', 'model.onnx']);
    const used = await ktyper('classify', run, '--model', 'pack');
    expect(used, used.stderr).toMatchObject({ code: 0 });
  });

  it('has a whole help of each command, under the name that is typed', async () => {
    const { stdout } = await ktyper('--help');
    const names = [...stdout.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name]) => name!);
    expect(names).toEqual(
      expect.arrayContaining(['classify', 'preprocess', 'report', 'import-model']),
    );
    for (const name of names) {
      const help = await ktyper(name, '--help');
      expect(help, name).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(new RegExp(`^Usage: ktyper ${name} `));
      expect(help.stdout, name).not.toContain('npm run');
    }
    expect((await ktyper('--version')).stdout).toMatch(/^ktyper \d+\.\d+\.\d+/);
    expect(await ktyper('clasify')).toMatchObject({ code: 2, stdout: '' });
  });
});
