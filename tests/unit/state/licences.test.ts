import { afterEach, expect, it, vi } from 'vitest';
import { fetchLicences } from '../../../src/state/licences';

afterEach(() => vi.unstubAllGlobals());

const licence = { name: 'a', version: '1', licence: 'MIT', text: 'x' };
const file = (source: string | null) => ({ app: { ...licence, source }, packages: [licence] });

it.each([
  ['the file of a build', Response.json(file('https://example.org/')), true],
  ['one without a source', Response.json(file(null)), true],
  ['a source that is no web address', Response.json(file('javascript:alert(1)')), false],
  ['a login page', new Response('<!doctype html>'), false],
  ['an error', Response.json(file(null), { status: 500 }), false],
  ['no network', new TypeError('Failed to fetch'), false],
])('reads %s', async (_, answer, taken) => {
  vi.stubGlobal('fetch', () =>
    answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer),
  );
  expect((await fetchLicences('/licences.json')).ok).toBe(taken);
});
