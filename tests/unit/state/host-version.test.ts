import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hostHasOther } from '../../../src/state/host-version';

beforeEach(() => vi.stubGlobal('__BUILD_ID__', '00112233aabb'));
afterEach(() => vi.unstubAllGlobals());

function hostSends(answer: Response | Error): void {
  vi.stubGlobal('fetch', () =>
    answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer),
  );
}

it.each([
  ['this build', new Response('/* ktyper-build:00112233aabb */'), false],
  ['another build', new Response('/* ktyper-build:ffffffffffff */'), true],
  ['a login page', new Response('<!doctype html>'), false],
  ['an error', new Response('/* ktyper-build:ffffffffffff */', { status: 500 }), false],
  ['nothing', new TypeError('Failed to fetch'), false],
])('reports whether the host has another version: %s', async (_, answer, other) => {
  hostSends(answer);
  expect(await hostHasOther('/sw.js')).toBe(other);
});
