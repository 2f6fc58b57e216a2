import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../scripts/browser';
import { findProgram } from '../../../scripts/find-program';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('which browser the tests use', () => {
  it('is the one that the environment names', () => {
    vi.stubEnv('KTYPER_CHROMIUM', process.execPath);
    expect(findBrowser()).toBe(process.execPath);
  });

  it('is none, said at once, when the environment names what is no program', () => {
    vi.stubEnv('KTYPER_CHROMIUM', '/no/such/chromium');
    expect(() => findBrowser()).toThrow('KTYPER_CHROMIUM names no program: /no/such/chromium');
  });
});

it('looks for a program on the search path, and finds no folder of that name', () => {
  expect(findProgram('no-such-program-anywhere')).toBeNull();
  vi.stubEnv('PATH', new URL('../..', import.meta.url).pathname);
  expect(findProgram('unit')).toBeNull();
});
