import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/run-command';
import { test as appTest } from './app';

export { expect } from './app';

/** Makes a simulated run and returns its path. */
export type MakeRun = (name: string, ...options: readonly string[]) => Promise<string>;

/** The served app, and simulated runs to drop on it. */
export const test = appTest.extend<{ makeRun: MakeRun }>({
  makeRun: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-runs-'));
    await use(async (name, ...options) => {
      const path = join(folder, name);
      const script = ['--import', 'tsx', 'scripts/make-example.ts', '--out', path];
      await promisify(execFile)(process.execPath, [...script, ...options], { cwd: ROOT });
      return path;
    });
    await rm(folder, { recursive: true });
  },
});
