import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../scripts/browser';
import { findProgram } from '../../../scripts/find-program';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the browser for the tests', () => {
  it('is the one that the environment names', () => {
    vi.stubEnv('KTYPER_CHROMIUM', process.execPath);
    expect(findBrowser()).toBe(process.execPath);
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
