import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEGUN, BegunPlates } from '../../../../scripts/cohort/begun-plates';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-begun-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => new BegunPlates(folder, 'out');

/** Leaves the file as it is when a command ends while these plates are computed. */
async function endDuring(...plates: readonly string[]): Promise<void> {
  const begun = open();
  const works = plates.map((plate) => {
    let end: () => void = () => undefined;
    const work = begun.during(plate, 'a', () => new Promise<void>((resolve) => (end = resolve)));
    return async () => {
      end();
      await work;
    };
  });
  const left = await readFile(join(folder, BEGUN), 'utf8');
  for (const end of works) await end();
  begun.close();
  await writeFile(join(folder, BEGUN), left);
}

describe('BegunPlates', () => {
  it('counts for each plate how often a command ended while it was computed', async () => {
    await endDuring('one', 'two');
    expect(open().times('one', 'a')).toBe(1);
    expect(open().times('three', 'a')).toBe(0);
    await endDuring('two');
    const begun = open();
    expect([begun.times('one', 'a'), begun.times('two', 'a')]).toEqual([1, 2]);
    // Another file of this name has ended nothing.
    expect(begun.times('two', 'b')).toBe(0);
  });

  it('keeps what was known while a plate that ends is not written, and forgets it then', async () => {
    await endDuring('one');
    const begun = open();
    expect(await begun.during('one', 'a', () => Promise.resolve(7))).toBe(7);
    expect(open().times('one', 'a')).toBe(1);
    begun.forget('one');
    begun.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('blames no plate for a command that ends in order, or a work that throws', async () => {
    await endDuring('one');
    const begun = open();
    const fault = new Error('a mistake');
    await expect(begun.during('two', 'a', () => Promise.reject(fault))).rejects.toBe(fault);
    void begun.during('one', 'a', () => new Promise(() => undefined));
    void begun.during('two', 'a', () => new Promise(() => undefined));
    begun.close();
    expect(open().times('one', 'a')).toBe(1);
    expect(open().times('two', 'a')).toBe(0);
  });

  it.each(['', '\0\0', '{"one":{"sha256":"a","times":0}}'])(
    'takes a file of %j for one without marks',
    async (text) => {
      await writeFile(join(folder, BEGUN), text);
      expect(open().times('one', 'a')).toBe(0);
    },
  );
});
