import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchBytes } from '../../../src/engine/fetch-bytes';

const fetched = vi.fn<typeof fetch>();

describe('fetchBytes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    fetched.mockReset();
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gives the bytes of a file', async () => {
    fetched.mockResolvedValueOnce(new Response(new Uint8Array([1, 2, 3])));
    expect(await fetchBytes('/a', 'reload')).toEqual(new Uint8Array([1, 2, 3]));
    expect(fetched.mock.calls).toEqual([['/a', { cache: 'reload' }]]);
  });

  it('tries a broken connection once more', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    fetched.mockResolvedValueOnce(new Response(new Uint8Array([4])));
    const answer = fetchBytes('/a');
    await vi.advanceTimersByTimeAsync(300);
    expect(await answer).toEqual(new Uint8Array([4]));
  });

  it('gives nothing where the connection breaks off twice', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    const answer = fetchBytes('/a');
    await vi.advanceTimersByTimeAsync(300);
    expect(await answer).toBeNull();
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('does not ask again for what the host does not have', async () => {
    fetched.mockResolvedValueOnce(new Response('', { status: 404 }));
    expect(await fetchBytes('/a')).toBeNull();
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
