import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, findTestBrowser } from '../../../scripts/browser';
import { findProgram } from '../../../scripts/find-program';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the browser for the tests', () => {
  it('is the one that the environment names', () => {
    vi.stubEnv('KTYPER_CHROMIUM', process.execPath);
    expect(findBrowser()).toBe(process.execPath);
    expect(findTestBrowser()).toBe(process.execPath);
  });

  it('is the one without windows where there is one, but for the long tests', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-browser-'));
    const program = async (name: string) => {
      await writeFile(join(folder, name), '');
      await chmod(join(folder, name), 0o755);
    };
    vi.stubEnv('KTYPER_CHROMIUM', '');
    vi.stubEnv('PATH', folder);
    await program('chromium');
    expect(findTestBrowser()).toBe(join(folder, 'chromium'));
    await program('chromium-headless-shell');
    expect(findTestBrowser()).toBe(join(folder, 'chromium-headless-shell'));
    expect(findBrowser()).toBe(join(folder, 'chromium'));
    await rm(folder, { recursive: true });
  });

  it('is an immediate error if the environment names something that is not a program', () => {
    vi.stubEnv('KTYPER_CHROMIUM', '/no/such/chromium');
    expect(() => findBrowser()).toThrow('KTYPER_CHROMIUM names no program: /no/such/chromium');
  });
});

it('a program is searched for on the search path, and a folder of its name does not count', () => {
  expect(findProgram('no-such-program-anywhere')).toBeNull();
  vi.stubEnv('PATH', new URL('../..', import.meta.url).pathname);
  expect(findProgram('unit')).toBeNull();
});
