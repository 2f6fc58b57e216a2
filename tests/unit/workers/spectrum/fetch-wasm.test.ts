import { afterEach, expect, it, vi } from 'vitest';
import { fetchWasm } from '../../../../workers/spectrum/fetch-wasm';

afterEach(() => vi.unstubAllGlobals());

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

it.each([
  ['a whole module', EMPTY_MODULE, [undefined]],
  ['half a module', EMPTY_MODULE.subarray(0, 4), [undefined, 'reload']],
  ['a login page', new TextEncoder().encode('<!doctype html>'), [undefined, 'reload']],
])('fetches an incomplete file again without the cache: %s', async (_, first, caches) => {
  const asked: (string | undefined)[] = [];
  vi.stubGlobal('fetch', (_address: string, options?: RequestInit) => {
    asked.push(options?.cache);
    return Promise.resolve(new Response(asked.length === 1 ? first : EMPTY_MODULE));
  });
  expect(new Uint8Array(await fetchWasm('/kernel.wasm'))).toEqual(EMPTY_MODULE);
  expect(asked).toEqual(caches);
});
