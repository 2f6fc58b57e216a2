import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CohortFolder, LEDGER, PLATES, RESULTS } from '../../../../scripts/cohort/cohort-folder';
import type { Settings } from '../../../../scripts/cohort/ledger';

const SHA = 'ab'.repeat(32);
const settings: Settings = {
  app: { name: 'ktyper', version: '1.0.0', commit: null },
  model: { id: 'tiny', version: '1.0.0', sha256: SHA, manifestSha256: SHA },
  guard: null,
  group: null,
  watch: [],
};
const heads = { results: 'plate\tsample\n', plates: 'plate\tstate\n' };
const FILES = [RESULTS, PLATES, LEDGER];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-cohort-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => CohortFolder.open(folder, 'out', settings, heads);
const read = async () =>
  Object.fromEntries(
    await Promise.all(
      FILES.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]),
    ),
  ) as Record<string, string>;

async function begun(names: readonly string[]): Promise<Record<string, string>> {
  const cohort = await open();
  for (const plate of names) {
    const input = { bytes: 1, sha256: SHA };
    await cohort.append(
      { plate, input, state: 'done', spectra: 1, samples: 1, rows: 1 },
      { results: [`${plate}\tA1\n`], plates: [`${plate}\tdone\n`] },
    );
  }
  await cohort.close();
  return read();
}

describe('CohortFolder', () => {
  it('begins again where its program ended before the head was whole', async () => {
    const whole = await begun([]);
    for (const name of FILES) {
      for (const length of [0, 1, whole[name]!.length - 1]) {
        await writeFile(join(folder, LEDGER), '');
        await writeFile(join(folder, name), whole[name]!.slice(0, length));
        expect(await begun([])).toEqual(whole);
      }
    }
    await writeFile(join(folder, LEDGER), `${'\0'.repeat(whole[LEDGER]!.length - 1)}\n`);
    expect(await begun([])).toEqual(whole);
  });

  it.each([
    ['an empty ledger', ''],
    ['a ledger that is none', 'notes of the laboratory\n'],
    ['a beginning of something else', '{"format":"other'],
  ])('cuts no rows because of %s', async (_, ledger) => {
    const whole = await begun(['one', 'two']);
    await writeFile(join(folder, LEDGER), ledger);
    await expect(open()).rejects.toThrow('Name another folder');
    expect(await read()).toEqual({ ...whole, [LEDGER]: ledger });
  });

  it('leaves other files of these names as they are', async () => {
    for (const name of [RESULTS, PLATES]) {
      await writeFile(join(folder, LEDGER), '');
      await writeFile(join(folder, name), 'mine\n');
      await expect(open()).rejects.toThrow(`out/${name} is not`);
      expect(await readFile(join(folder, name), 'utf8')).toBe('mine\n');
      expect((await readdir(folder)).sort()).toEqual([LEDGER, name].sort());
      await rm(join(folder, name));
    }
  });

  it('cuts off the rows of one plate and not those of two', async () => {
    const one = await begun(['one']);
    const all = await begun(['two', 'three']);
    await writeFile(join(folder, LEDGER), one[LEDGER]!);
    await expect(open()).rejects.toThrow('has lost lines');
    expect(await read()).toEqual({ ...all, [LEDGER]: one[LEDGER]! });

    await writeFile(join(folder, PLATES), `${one[PLATES]!}two\tdone\n`);
    await appendFile(join(folder, RESULTS), 'half a ro');
    expect(await begun([])).toEqual(one);
  });
});
