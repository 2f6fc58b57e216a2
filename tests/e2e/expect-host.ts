import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listFiles } from '../../scripts/files';
import { mediaTypeOf, securityHeaders } from '../../scripts/serve/http-rules';
import { DIST } from './app';
import { httpGet } from './http-get';

/**
 * What every server of the app must do, ours and nginx: asks for each file and each kind of error
 * and compares status, bytes and headers.
 */
export async function expectHost(origin: string): Promise<void> {
  const security = lowerCase(securityHeaders({ tls: origin.startsWith('https:') }));
  const hashed = 'public, max-age=31536000, immutable';

  const files = (await listFiles(DIST)).filter(({ path }) => !/\.(?:br|gz)$/.test(path));
  expect(files.map(({ path }) => path)).toContain('index.html');
  for (const { path, bytes } of files) {
    const reply = await httpGet(origin, `/${path}`);
    expect(reply.status, path).toBe(200);
    expect(reply.body.length, path).toBe(bytes);
    expect(reply.headers, path).toMatchObject({
      ...security,
      'content-type': mediaTypeOf(path),
      'cache-control': path.startsWith('assets/') ? hashed : 'no-cache',
    });
  }

  const page = await readFile(join(DIST, 'index.html'));
  for (const address of ['/', '/jobs', '/results/0a1b', '/?from=mail', '/results/0a1b?q=a.b']) {
    const reply = await httpGet(origin, address);
    expect(reply.status, address).toBe(200);
    expect(reply.body.equals(page), address).toBe(true);
    expect(reply.headers, address).toMatchObject({
      ...security,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  }

  for (const path of ['/assets/gone-12345678.js', '/models/none/1/manifest.json', '/.htaccess']) {
    const reply = await httpGet(origin, path);
    expect(reply.status, path).toBe(404);
    expect(reply.headers, path).toMatchObject({ ...security, 'cache-control': 'no-cache' });
  }

  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ]) {
    const reply = await httpGet(origin, path);
    expect([400, 404], path).toContain(reply.status);
    expect(reply.headers, path).toMatchObject(security);
  }

  for (const method of ['POST', 'PUT', 'DELETE']) {
    const reply = await httpGet(origin, '/index.html', { method });
    expect(reply.status, method).toBe(405);
    expect(reply.headers, method).toMatchObject(security);
  }

  const head = await httpGet(origin, '/index.html', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.body.length).toBe(0);

  const first = await httpGet(origin, '/index.html');
  const again = await httpGet(origin, '/index.html', {
    headers: { 'If-None-Match': first.headers.etag ?? 'none' },
  });
  expect(again.status).toBe(304);
  expect(again.headers).toMatchObject(security);

  const wasm = files.find(({ path }) => path.endsWith('.wasm'))!;
  const small = await httpGet(origin, `/${wasm.path}`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(small.headers).toMatchObject({
    ...security,
    'content-encoding': 'gzip',
    'content-type': 'application/wasm',
    vary: 'Accept-Encoding',
  });
  expect(gunzipSync(small.body).length).toBe(wasm.bytes);
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
