import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCK, lockFolder } from '../../../../scripts/cohort/folder-lock';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const lock = () => lockFolder(folder, 'out');
const held = (by: { pid: number; host?: string }) =>
  writeFile(join(folder, `${LOCK}.${by.pid}.0-x.${by.host ?? hostname()}`), '');
/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['--version']).pid;

describe('lockFolder', () => {
  it('lets one in at a time, and leaves nothing behind', async () => {
    const unlock = await lock();
    await expect(lock()).rejects.toThrow('Let one run at a time');
    unlock();
    expect(await readdir(folder)).toEqual([]);
    (await lock())();
  });

  it('removes the lock of a process that has ended, also of its own number', async () => {
    for (const pid of [ended(), process.pid]) {
      await held({ pid });
      (await lock())();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('lets one of many in that begin at once, each time', async () => {
    const pid = ended();
    for (let round = 0; round < 40; round += 1) {
      await held({ pid });
      const tries = await Promise.allSettled(Array.from({ length: 8 }, lock));
      const unlocks = tries.flatMap((tried) => (tried.status === 'fulfilled' ? tried.value : []));
      expect(unlocks).toHaveLength(1);
      unlocks[0]!();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('leaves those of living processes, other computers and other programs', async () => {
    const living = `${LOCK}.${process.ppid}.0-x.${hostname()}`;
    for (const name of [living, `${LOCK}.${ended()}.0-x.another`, LOCK, `${LOCK}.of-another`]) {
      await writeFile(join(folder, name), '');
      await expect(lock()).rejects.toThrow(`delete out/${name} and run this again`);
      expect(await readdir(folder)).toEqual([name]);
      await rm(join(folder, name));
    }
  });

  it('gives way to one that was there before, whichever token is first', async () => {
    const name = `${LOCK}.${process.ppid}.zz.${hostname()}`;
    await writeFile(join(folder, name), '');
    await expect(lock()).rejects.toThrow(`process ${process.ppid}`);
    expect(await readdir(folder)).toEqual([name]);
  });
});
