import { mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf, stampOf, typedList, typedPlates } from '../../../../scripts/cohort/plates';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-plates-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function listOf(text: string): Promise<string> {
  const list = join(folder, 'list.tsv');
  await writeFile(list, text);
  return list;
}

describe('typedList', () => {
  it('takes paths, and names with paths', async () => {
    const list = await listOf('one.zip\r\n\n b \t /data/two.zip \n');
    expect(await typedList(list)).toEqual([
      { typed: 'one.zip', path: join(folder, 'one.zip') },
      { name: 'b', typed: '/data/two.zip', path: '/data/two.zip' },
    ]);
  });

  it.each([
    ['no path', 'name\t'],
    ['no name', '\tone.zip'],
    ['a third cell', 'name\tone.zip\tmore'],
  ])('refuses %s, by its line', async (_, line) => {
    await expect(typedList(await listOf(`a\ta.zip\n\n${line}\n`))).rejects.toThrow(
      'list.tsv, line 3: a path is wanted',
    );
  });
});

it('refuses a plate whose file is only an ending', async () => {
  await expect(typedPlates(['plates/.zip'], undefined)).rejects.toThrow('has no name');
});

it('stamps a file otherwise when another of its size and time takes its place', async () => {
  const path = join(folder, 'plate.zip');
  const other = join(folder, 'other.zip');
  await writeFile(path, 'one');
  const stamp = async () => stampOf(await filesOf({ name: 'plate', path }, () => undefined));
  const before = await stamp();
  expect(await stamp()).toBe(before);
  await writeFile(other, 'two');
  const { atime, mtime } = await stat(path);
  await utimes(other, atime, mtime);
  await rename(other, path);
  expect(await stamp()).not.toBe(before);
});
