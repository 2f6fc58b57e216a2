import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../../scripts/serve/listen';
import { createStaticServer } from '../../../scripts/serve/static-server';
import { httpGet, type HttpReply } from '../../e2e/http-get';

const PAGE = '<!doctype html><title>page</title>';
const SCRIPT = 'export const answer = 42;'.repeat(50);

let outside = '';
let server: Server;
let origin = '';

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'ktyper-server-'));
  const folder = join(outside, 'site');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'not served');
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets/a-12345678.js'), SCRIPT);
  await writeFile(join(folder, 'assets/a-12345678.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(folder, "Île d'Yeu.txt"), 'a name');
  server = createStaticServer(folder, '/ktyper/');
  origin = `http://127.0.0.1:${await listen(server, 0)}`;
});

afterAll(async () => {
  server.close();
  await rm(outside, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}): Promise<HttpReply> {
  return httpGet(origin, path, { headers });
}

describe('the static server', () => {
  it('answers an address of the app with the page, whatever the query is', async () => {
    for (const path of ['/ktyper/', '/ktyper/jobs', '/ktyper/results/x?q=a.b']) {
      const reply = await get(path);
      expect([reply.status, reply.body.toString()], path).toEqual([200, PAGE]);
    }
  });

  it('serves nothing outside its base or its folder', async () => {
    for (const path of [
      '/',
      '/index.html',
      '/ktyper/../secret.txt',
      '/ktyper/%2e%2e/secret.txt',
      '/ktyper/..%2fsecret.txt',
      '/ktyper/assets/../../../secret.txt',
      '/ktyper/%00.txt',
      '/ktyper/%zz.txt',
    ]) {
      const reply = await get(path);
      expect(reply.status, path).toBe(404);
      expect(reply.body.toString(), path).not.toContain('not served');
      expect(reply.headers['content-security-policy'], path).toContain("default-src 'none'");
    }
  });

  it('finds a file with an encoded name', async () => {
    const reply = await get(`/ktyper/${encodeURIComponent("Île d'Yeu.txt")}`);
    expect(reply.body.toString()).toBe('a name');
  });

  it('sends the compressed file to clients that accept it, and the plain one to others', async () => {
    const path = '/ktyper/assets/a-12345678.js';
    const small = await get(path, { 'Accept-Encoding': 'br;q=1.0, gzip;q=0.8' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(gunzipSync(small.body).toString()).toBe(SCRIPT);
    for (const accepted of ['', 'br', 'gzip;q=0', 'identity']) {
      const plain = await get(path, { 'Accept-Encoding': accepted });
      expect(plain.headers, accepted).not.toHaveProperty('content-encoding');
      expect(plain.headers.vary, accepted).toBe('Accept-Encoding');
      expect(plain.body.toString(), accepted).toBe(SCRIPT);
    }
  });

  it('sends the whole file if a range is requested', async () => {
    for (const range of ['bytes=0-8', 'bytes=9999-', 'lines=1-2']) {
      const reply = await get('/ktyper/', { Range: range });
      expect([reply.status, reply.body.toString()], range).toEqual([200, PAGE]);
    }
  });

  it('answers "not modified" if the client has the file', async () => {
    const { headers } = await get('/ktyper/');
    const again = await get('/ktyper/', { 'If-None-Match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/ktyper/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('breaks off if a file has been removed, and keeps serving', async () => {
    await writeFile(join(outside, 'site/gone.txt'), 'gone');
    const later = createStaticServer(join(outside, 'site'));
    const address = `http://127.0.0.1:${await listen(later, 0)}`;
    await rm(join(outside, 'site/gone.txt'));
    await expect(httpGet(address, '/gone.txt')).rejects.toThrow();
    expect((await httpGet(address, '/')).status).toBe(200);
    later.close();
  });

  it('refuses a folder without an app', () => {
    expect(() => createStaticServer(outside)).toThrow('build the app first');
  });
});
