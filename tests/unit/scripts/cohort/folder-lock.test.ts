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
const held = (by: object) =>
  writeFile(join(folder, LOCK), JSON.stringify({ host: hostname(), token: 'x', ...by }));
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

  it('takes over the lock of a process that has ended, also of its own number', async () => {
    for (const pid of [ended(), process.pid]) {
      await held({ pid });
      (await lock())();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('takes over an empty one, whose process ended before it wrote', async () => {
    await writeFile(join(folder, LOCK), '');
    (await lock())();
  });

  it('lets one of many take a lock over', async () => {
    await held({ pid: ended() });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, lock));
    const unlocks = tries.flatMap((tried) => (tried.status === 'fulfilled' ? tried.value : []));
    expect(unlocks).toHaveLength(1);
    unlocks[0]!();
  });

  it('leaves those of living processes, other computers and other programs', async () => {
    for (const by of [{ pid: process.ppid }, { pid: ended(), host: 'another' }, { of: 'other' }]) {
      await held(by);
      await expect(lock()).rejects.toThrow('delete out/cohort.lock and run this again');
      expect(await readdir(folder)).toEqual([LOCK]);
    }
  });
});
