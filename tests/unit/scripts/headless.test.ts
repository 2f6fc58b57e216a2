import { existsSync } from 'node:fs';
import { link, lstat, mkdtemp, readdir, readFile, rm, writeFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFolder, checkOutput } from '../../../scripts/headless/check-output';
import { UsageError } from '../../../scripts/headless/command-line';
import { OutputError } from '../../../scripts/headless/output-error';
import { FileBlob, unwireEntries, wireEntry } from '../../../scripts/headless/file-blob';
import { inputFiles } from '../../../scripts/headless/input-files';
import { VectorNames } from '../../../scripts/headless/vector-names';
import { writeOutput } from '../../../scripts/headless/write-output';
import { inEnglish } from '../../../src/words/in-words';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('FileBlob', () => {
  const whole = async () => {
    const file = join(folder, 'ten');
    await writeFile(file, '0123456789');
    return new FileBlob(file, 0, 10);
  };
  const textOf = async (blob: Blob) => new TextDecoder().decode(await blob.arrayBuffer());

  it.each([
    [undefined, undefined],
    [2, 5],
    [-3, undefined],
    [4, -2],
    [5, 3],
    [8, 99],
  ])('slices like a Blob: %s, %s', async (start, end) => {
    const own = (await whole()).slice(start, end);
    const model = new Blob(['0123456789']).slice(start, end);
    expect(own.size).toBe(model.size);
    expect(await textOf(own)).toBe(await model.text());
    expect(await textOf(own.slice(1))).toBe(await model.slice(1).text());
  });

  it('rejects when the file no longer exists', async () => {
    await expect(new FileBlob(join(folder, 'nothing'), 0, 3).arrayBuffer()).rejects.toThrow();
  });

  it('is sent to another thread as its range, and a shared archive stays one', async () => {
    const archive = await whole();
    const entry = {
      kind: 'zip',
      archive,
      localHeader: 1,
      method: 'stored',
      compressedSize: 2,
      size: 2,
      crc32: 3,
    } as const;
    const unwire = unwireEntries();
    const sent = [entry, entry].map((each) => structuredClone(wireEntry(each))).map(unwire);
    const [first, second] = sent.map((each) => (each.kind === 'zip' ? each.archive : null));
    expect(first).toBe(second);
    expect(await textOf(first!)).toBe('0123456789');
  });
});

describe('inputFiles', () => {
  it('lists a folder as a drop of it would, and a file by its name', async () => {
    const run = await mkdtemp(join(folder, 'run-'));
    await writeFile(join(run, 'fid'), 'x');
    const name = run.slice(folder.length + 1);
    const files = await inputFiles([run, join(run, 'fid')]);
    expect(files.map(({ path, blob }) => [path, blob.size])).toEqual([
      [`${name}/fid`, 1],
      ['fid', 1],
    ]);
  });
});

describe('inputFiles of a folder with links', () => {
  it('follows valid links, never in a circle, and reports the others', async () => {
    const run = await mkdtemp(join(folder, 'run-'));
    const name = run.slice(folder.length + 1);
    const elsewhere = await mkdtemp(join(folder, 'elsewhere-'));
    await writeFile(join(elsewhere, 'fid'), 'xy');
    await writeFile(join(run, 'acqu'), 'x');
    await symlink(elsewhere, join(run, 'A1'));
    await symlink(run, join(run, 'back'));
    await symlink('not-there', join(run, 'gone.zip'));
    await symlink('loop', join(run, 'loop'));
    const told: string[] = [];
    const files = await inputFiles([run], ({ message }) => told.push(inEnglish(message)));
    expect(files.map(({ path, blob }) => [path, blob.size])).toEqual([
      [`${name}/A1/fid`, 2],
      [`${name}/acqu`, 1],
    ]);
    expect(told.sort()).toEqual(
      ['gone.zip', 'loop'].map(
        (lost) => `${name}/${lost} could not be read: it was moved or deleted, or may not be read.`,
      ),
    );
    await expect(inputFiles([run])).rejects.toThrow(/could not be read/);
  });
});

describe('VectorNames', () => {
  it('never leave the folder, and never repeat', () => {
    const names = new VectorNames();
    expect(
      ['a-1', 'a-1', 'A-1', '../../etc/x', '', '..', 'x:y'].map((uid) => names.next(uid)),
    ).toEqual([
      'a-1.f64',
      'a-1~2.f64',
      'A-1~3.f64',
      '_.._etc_x.f64',
      'spectrum.f64',
      'spectrum~2.f64',
      'x_y.f64',
    ]);
  });
});

describe('writeOutput', () => {
  it('writes all pieces to a file, and leaves nothing beside it', async () => {
    const out = await mkdtemp(join(folder, 'out-'));
    const file = join(out, 'out.txt');
    const pieces = Array.from({ length: 20_000 }, (_, i) => `${i}\n`);
    await writeOutput(pieces, file);
    expect(await readFile(file, 'utf8')).toBe(pieces.join(''));
    expect(await readdir(out)).toEqual(['out.txt']);
  });

  it('keeps the old file, and leaves no partial one, when the pieces end early', async () => {
    const out = await mkdtemp(join(folder, 'out-'));
    const file = join(out, 'out.txt');
    await writeFile(file, 'before');
    function* pieces(): Generator<string, void, void> {
      yield 'x'.repeat(100_000);
      throw new Error('a mistake');
    }
    await expect(writeOutput(pieces(), file)).rejects.toThrow('a mistake');
    expect(await readdir(out)).toEqual(['out.txt']);
    expect(await readFile(file, 'utf8')).toBe('before');
  });

  it('writes to the target of a link, and keeps the link', async () => {
    const out = await mkdtemp(join(folder, 'out-'));
    await writeFile(join(out, 'real.txt'), 'before');
    await symlink('real.txt', join(out, 'link.txt'));
    await writeOutput(['after'], join(out, 'link.txt'));
    expect(await readFile(join(out, 'real.txt'), 'utf8')).toBe('after');
    expect((await lstat(join(out, 'link.txt'))).isSymbolicLink()).toBe(true);
  });

  it.runIf(existsSync('/dev/full'))('reports a full disk, and keeps the device', async () => {
    await expect(writeOutput(['x'], '/dev/full')).rejects.toThrow(/^The disk is full: /);
    expect((await lstat('/dev/full')).isCharacterDevice()).toBe(true);
    expect(existsSync('/dev/full.partial')).toBe(false);
  });
});

describe('checkOutput', () => {
  it('refuses an input as output, under any name', async () => {
    const out = await mkdtemp(join(folder, 'out-'));
    const input = join(out, 'run.zip');
    await writeFile(input, 'x');
    await symlink('run.zip', join(out, 'link.zip'));
    await link(input, join(out, 'same.zip'));
    for (const name of ['run.zip', 'link.zip', 'same.zip']) {
      await expect(checkOutput(join(out, name), name, [input])).rejects.toThrow(UsageError);
    }
    await checkOutput(join(out, 'other.tsv'), 'other.tsv', [input]);
    expect((await readdir(out)).sort()).toEqual(['link.zip', 'run.zip', 'same.zip']);
  });

  it('reports why a place cannot be written to', async () => {
    const wrong = (name: string) => checkOutput(join(folder, name), name, []);
    await expect(wrong('none/x.tsv')).rejects.toThrow(
      'There is no folder to write none/x.tsv into. Make it first, or name another.',
    );
    await writeFile(join(folder, 'a-file'), '');
    await expect(wrong('a-file/x.tsv')).rejects.toThrow(OutputError);
    await expect(wrong('.')).rejects.toThrow('. is a folder. Name a file.');
    await expect(checkFolder(join(folder, 'a-file/b'), 'a-file/b')).rejects.toThrow(OutputError);
    await checkFolder(join(folder, 'to/be/made'), 'to/be/made');
    expect(existsSync(join(folder, 'to'))).toBe(false);
  });
});
