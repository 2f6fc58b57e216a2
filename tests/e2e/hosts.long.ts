import { expect, test } from './app';
import { startApache } from './apache';
import { startCaddy } from './caddy';
import { expectForwardSecrecy, expectHost, expectPlainPort } from './expect-host';
import { httpGet } from './http-get';
import { findProgram } from '../../scripts/find-program';
import { startNginx, startSharedNginx } from './nginx';

const openssl = findProgram('openssl');
const nginx = findProgram('nginx');
const SERVERS = [
  { name: 'nginx', start: startNginx, program: nginx },
  { name: 'Apache', start: startApache, program: findProgram('apache2') },
  { name: 'Caddy', start: startCaddy, program: findProgram('caddy') },
];

test('the local server answers every file and every error correctly', async ({ app }) => {
  await expectHost(app.url);
});

for (const { name, start, program } of SERVERS) {
  test(`${name} with the configuration in deploy does the same`, async () => {
    test.skip(program === null || openssl === null, `needs ${name} and openssl on this machine`);
    const running = await start(program!, openssl!);
    try {
      const origin = `https://127.0.0.1:${running.httpsPort}`;
      await expectHost(origin, { name: 'ktyper.example.org' });
      await expectPlainPort(running.httpPort);
      await expectForwardSecrecy(running.httpsPort, openssl!);
    } finally {
      await running.stop();
    }
  });
}

test('nginx warns of nothing', async () => {
  test.skip(nginx === null || openssl === null, 'needs nginx and openssl on this machine');
  for (const start of [startNginx, startSharedNginx]) {
    const running = await start(nginx!, openssl!);
    await running.stop();
    expect(running.tested).toContain('test is successful');
    expect(running.tested).not.toMatch(/\[(?:warn|error|emerg)\]/);
  }
});

test('nginx sends one policy for what it refuses by itself', async () => {
  test.skip(nginx === null || openssl === null, 'needs nginx and openssl on this machine');
  const running = await startNginx(nginx!, openssl!);
  const origin = `https://127.0.0.1:${running.httpsPort}`;
  try {
    const long = `/${'x'.repeat(40_000)}`;
    const refused = {
      414: await httpGet(origin, long),
      400: await httpGet(origin, '/', { headers: { 'X-Long': 'x'.repeat(40_000) } }),
      413: await httpGet(origin, '/jobs', {
        method: 'POST',
        headers: { 'Content-Length': '9999999' },
      }),
    };
    for (const [status, reply] of Object.entries(refused)) {
      expect(String(reply.status)).toBe(status);
      expect(reply.headers['content-security-policy'], status).toContain("default-src 'none'");
      expect(reply.headers['cache-control'], status).toBe('no-cache');
      expect(reply.headers.server, status).toBe('nginx');
    }
    // The request is plain text on the encrypted port.
    const plain = await httpGet(`http://127.0.0.1:${running.httpsPort}`, '/');
    expect(plain.status).toBe(400);
    expect(plain.headers['content-security-policy']).toContain("default-src 'none'");
  } finally {
    await running.stop();
  }
});

test('nginx serves the app at a path of a host with other content', async () => {
  test.skip(nginx === null || openssl === null, 'needs nginx and openssl on this machine');
  const running = await startSharedNginx(nginx!, openssl!);
  const origin = `https://127.0.0.1:${running.httpsPort}`;
  try {
    await expectHost(origin, { base: '/ktyper/' });
    const entry = await httpGet(origin, '/ktyper');
    expect(entry.status).toBe(301);
    expect(entry.headers.location).toBe('/ktyper/');
    expect(entry.headers['content-security-policy']).toContain("default-src 'none'");
    for (const path of ['/', '/ktyperx', '/assets/a.js', '/ktyper.js']) {
      const other = await httpGet(origin, path);
      expect(other.body.toString(), path).toBe('other');
      expect(other.headers['x-of-this-host'], path).toBe('yes');
      expect(other.headers['content-security-policy'], path).toBeUndefined();
    }
  } finally {
    await running.stop();
  }
});
