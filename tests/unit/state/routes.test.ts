import { describe, expect, it } from 'vitest';
import { addressOf, pathWithin } from '../../../src/state/address';
import { matchRoute } from '../../../src/state/route-match';

describe('addresses', () => {
  it.each([
    ['/', '/jobs', '/jobs'],
    ['/ktyper/', '/ktyper/jobs', '/jobs'],
    ['/ktyper/', '/ktyper/', '/'],
    ['/ktyper/', '/ktyper', '/'],
    ['/ktyper/', '/ktyper2/jobs', null],
  ])('with base %s: %s is the path %s', (base, pathname, path) => {
    expect(pathWithin(base, pathname)).toBe(path);
  });

  it('are turned back into the same path', () => {
    for (const base of ['/', '/a/b/']) {
      expect(pathWithin(base, addressOf(base, '/results/x'))).toBe('/results/x');
    }
  });
});

describe('matchRoute', () => {
  it.each([
    ['/', 'identify', {}],
    ['/jobs', 'jobs', {}],
    ['/jobs/', 'jobs', {}],
    ['/results/0b9c2a54', 'results', { token: '0b9c2a54' }],
    ['/results/a%20b', 'results', { token: 'a b' }],
    ['/results/50%', 'results', { token: '50%' }],
    ['/results/a/compare/b', 'compare', { token: 'a', other: 'b' }],
    ['/results/a/spectra', 'spectra', { token: 'a' }],
    ['/isolate', 'isolate', {}],
    ['/results', 'unknown', {}],
    ['/results/a/b', 'unknown', {}],
    ['/shoes', 'unknown', {}],
  ])('%s is %s', (path, name, params) => {
    expect(matchRoute(path)).toEqual({ name, params });
  });
});
