import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listFiles } from '../../scripts/files';
import { mediaTypeOf, securityHeaders } from '../../scripts/serve/http-rules';
import { DIST } from './app';
import { httpGet as get } from './http-get';

interface Host {
  /** Name of the host in requests; its address by default. */
  readonly name?: string;
  /** Path of the app, with a slash at both ends. */
  readonly base?: string;
}

/**
 * Checks what every server of the app must do, ours and others. It requests each file and causes each kind of
 * error, and compares status, bytes and headers.
 */
export async function expectHost(origin: string, { name, base = '/' }: Host = {}): Promise<void> {
  const httpGet: typeof get = async (_, path, { method, headers } = {}) => {
    const reply = await get(origin, base + path.slice(1), {
      ...(method === undefined ? {} : { method }),
      headers: { ...(name === undefined ? {} : { Host: name }), ...headers },
    });
    // The server must not state its version, which would help an attacker.
    expect(reply.headers.server ?? '', path).not.toMatch(/\d/);
    expect(reply.body.subarray(0, 2000).toString(), path).not.toMatch(/(?:nginx|Apache)\/\d/);
    return reply;
  };
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
    // Apache's own rule for .htaccess precedes ours.
    expect(path === '/.htaccess' ? [403, 404] : [404], path).toContain(reply.status);
    expect(reply.headers, path).toMatchObject({ ...security, 'cache-control': 'no-cache' });
  }

  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ]) {
    const reply = await httpGet(origin, path);
    expect(reply.body.toString(), path).not.toContain('devDependencies');
    // Paths above the app's are answered by the rest of the host.
    if (base !== '/') continue;
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

  // For a range that does not exist the server sends the whole file or refuses, under the same policy.
  const script = files.find(({ path }) => /^assets\/.*\.js$/.test(path))!;
  for (const range of ['bytes=999999999-', 'bytes=0-9', 'bytes=5-2', 'lines=1-2']) {
    const reply = await httpGet(origin, `/${script.path}`, { headers: { Range: range } });
    expect([200, 416], range).toContain(reply.status);
    expect(reply.headers, range).toMatchObject({
      ...security,
      'cache-control': reply.status === 200 ? hashed : 'no-cache',
    });
  }

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

/** Checks a host's unencrypted port: it redirects to the host's own name, and states no version. */
export async function expectPlainPort(port: number): Promise<void> {
  const security = lowerCase(securityHeaders({ tls: false }));
  for (const name of ['ktyper.example.org', 'evil.example.com', '127.0.0.1']) {
    const reply = await get(`http://127.0.0.1:${port}`, '/jobs?x=1&y=%20', {
      headers: { Host: name },
    });
    expect(reply.status, name).toBe(301);
    expect(reply.headers, name).toMatchObject({
      ...security,
      location: 'https://ktyper.example.org/jobs?x=1&y=%20',
    });
    expect(reply.headers['strict-transport-security'], name).toBeUndefined();
    expect(reply.headers.server ?? '', name).not.toMatch(/\d/);
    expect(reply.body.toString(), name).not.toMatch(/(?:nginx|Apache)\/\d/);
  }
}

/** Checks that the host offers encryption with forward secrecy, and no other encryption. */
export async function expectForwardSecrecy(port: number, openssl: string): Promise<void> {
  const connects = async (...args: readonly string[]) => {
    const target = ['-connect', `127.0.0.1:${port}`, '-servername', 'ktyper.example.org'];
    const child = execFile(openssl, ['s_client', ...target, ...args]);
    child.stdin?.end();
    let text = '';
    child.stdout?.on('data', (chunk: string) => (text += chunk));
    await once(child, 'close');
    return /Cipher is (?!\(NONE\))/.test(text);
  };
  expect(await connects('-tls1_3')).toBe(true);
  expect(await connects('-tls1_2', '-cipher', 'ECDHE-RSA-AES128-GCM-SHA256')).toBe(true);
  expect(await connects('-tls1_2', '-cipher', 'kRSA')).toBe(false);
  expect(await connects('-tls1_1', '-cipher', 'ALL:@SECLEVEL=0')).toBe(false);
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
