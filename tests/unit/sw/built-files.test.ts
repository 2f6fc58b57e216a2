import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BuiltFiles } from '../../../src/sw/built-files';

const SCOPE = 'https://lab.example.org/ktyper/';
const ADDRESS = `${SCOPE}assets/a.js`;

function integrityOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Makes the plugin for one file, `whole`, on a host that answers a second request with `again`. */
function builtFiles(again: Response | Error = new Response('never asked')) {
  const asked: Request[] = [];
  let wrong = 0;
  const built = new BuiltFiles(
    [{ url: 'assets/a.js', integrity: integrityOf('whole') }],
    SCOPE,
    () => Promise.resolve(void (wrong += 1)),
    (request) => {
      asked.push(request as Request);
      return again instanceof Error ? Promise.reject(again) : Promise.resolve(again);
    },
  );
  return { built, asked, wrong: () => wrong };
}

const request = new Request(ADDRESS);

describe('from the network', () => {
  it('accepts the file of the build after one request', async () => {
    const { built, asked } = builtFiles();
    const response = new Response('whole');
    expect(await built.fetchDidSucceed({ request, response })).toBe(response);
    expect(await response.text()).toBe('whole');
    expect(asked).toEqual([]);
  });

  it.each([
    ['half a file', new Response('who')],
    ['a login page', new Response('<!doctype html>')],
    ['a file of another version', new Response('Whole')],
    ['an error with the right bytes', new Response('whole', { status: 503 })],
    ['an empty answer', new Response(null)],
  ])('requests the file again without the cache for %s', async (_, response) => {
    const { built, asked, wrong } = builtFiles(new Response('whole'));
    expect(await (await built.fetchDidSucceed({ request, response })).text()).toBe('whole');
    expect(asked.map(({ url, cache }) => [url, cache])).toEqual([[ADDRESS, 'reload']]);
    expect(wrong()).toBe(0);
  });

  it('fails after two wrong answers, and reports them, except during an install', async () => {
    const { built, wrong } = builtFiles(new Response('who'));
    const half = () => new Response('who');
    await expect(built.fetchDidSucceed({ request, response: half() })).rejects.toThrow(ADDRESS);
    expect(wrong()).toBe(1);
    const event = { type: 'install' };
    await expect(built.fetchDidSucceed({ request, response: half(), event })).rejects.toThrow();
    expect(wrong()).toBe(1);
  });

  it('does not report that the host lost a file if the host cannot be reached', async () => {
    const { built, wrong } = builtFiles(new TypeError('Failed to fetch'));
    const response = new Response('who');
    await expect(built.fetchDidSucceed({ request, response })).rejects.toThrow('Failed to fetch');
    expect(wrong()).toBe(0);
  });

  it('fails on a body that breaks off', async () => {
    const { built } = builtFiles(new Response('who'));
    const body = new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) });
    const response = new Response(body);
    await expect(built.fetchDidSucceed({ request, response })).rejects.toThrow(ADDRESS);
  });

  it('requests the file without its query', async () => {
    const { built } = builtFiles();
    const asked = await built.requestWillFetch({ request: new Request(`${ADDRESS}?x=1#y`) });
    expect(asked.url).toBe(ADDRESS);
  });
});

describe('from the cache', () => {
  it.each([
    ['whole', true],
    ['who', false],
    ['', false],
  ])('%j is used: %s', async (text, used) => {
    const { built } = builtFiles();
    // The query is where workbox puts a revision.
    const kept = new Request(`${ADDRESS}?__WB_REVISION__=1`);
    const cachedResponse = new Response(text);
    const given = await built.cachedResponseWillBeUsed({ request: kept, cachedResponse });
    expect(given).toBe(used ? cachedResponse : null);
  });

  it('is not used for a file that is not in the build', async () => {
    const cachedResponse = new Response('whole');
    const other = new Request(`${SCOPE}assets/b.js`);
    const given = await builtFiles().built.cachedResponseWillBeUsed({
      request: other,
      cachedResponse,
    });
    expect(given).toBeNull();
  });
});

it('the check names the files that cannot be read from anywhere', async () => {
  const { built } = builtFiles();
  expect(await built.check(() => Promise.resolve(new Response('whole')))).toEqual([]);
  expect(await built.check(() => Promise.reject(new Error('gone')))).toEqual([ADDRESS]);
});

it('an error is answered with the host’s file for a page, and for no other request', async () => {
  const { built } = builtFiles(new Response('newer'));
  const asking = (mode: string) => built.handlerDidError({ event: { request: { mode } } });
  expect(await (await asking('navigate'))?.text()).toBe('newer');
  expect(await asking('cors')).toBeUndefined();
  expect(await built.handlerDidError({})).toBeUndefined();
});
