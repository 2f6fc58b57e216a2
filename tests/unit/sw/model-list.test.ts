import { describe, expect, it } from 'vitest';
import { builtModelList, hostModels, onlyModelLists } from '../../../src/sw/model-list';

const LIST = '{"format":"ktyper-models/1","default":"a","models":[]}';

describe('onlyModelLists', () => {
  it('passes on a list, from the host and from the cache', async () => {
    const response = new Response(LIST);
    expect(await onlyModelLists.fetchDidSucceed({ response })).toBe(response);
    expect(await onlyModelLists.cachedResponseWillBeUsed({ cachedResponse: response })).toBe(
      response,
    );
    expect(await response.text()).toBe(LIST);
  });

  it.each([
    new Response('<!doctype html>Log in'),
    new Response(LIST.slice(0, 30)),
    new Response('null'),
    new Response('{"format":1}'),
    new Response(LIST, { status: 500 }),
  ])('accepts nothing else as a list', async (response) => {
    await expect(onlyModelLists.fetchDidSucceed({ response })).rejects.toThrow('list of models');
  });

  it('does not use a damaged list', async () => {
    const cachedResponse = new Response('damaged');
    expect(await onlyModelLists.cachedResponseWillBeUsed({ cachedResponse })).toBeNull();
    expect(await onlyModelLists.cachedResponseWillBeUsed({})).toBeNull();
  });
});

it('the build has a list of its own', async () => {
  expect(await builtModelList(LIST).json()).toMatchObject({ default: 'a' });
});

describe('hostModels', () => {
  it('uses the cached file, unless a page bypasses every cache', async () => {
    const cachedResponse = new Response('x');
    const used = (cache: string) =>
      hostModels.cachedResponseWillBeUsed({ cachedResponse, event: { request: { cache } } });
    expect(await used('default')).toBe(cachedResponse);
    expect(await used('reload')).toBeNull();
    expect(await hostModels.cachedResponseWillBeUsed({})).toBeNull();
  });

  it.each([
    ['application/json', 200, true],
    ['application/octet-stream', 200, true],
    ['text/html; charset=utf-8', 200, false],
    ['application/json', 404, false],
  ])('keeps %s with %i: %s', async (type, status, kept) => {
    const response = new Response('x', { status, headers: { 'Content-Type': type } });
    expect(await hostModels.cacheWillUpdate({ response })).toBe(kept ? response : null);
  });
});
