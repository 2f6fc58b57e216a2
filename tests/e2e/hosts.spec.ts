import { expect, test } from './app';
import { expectHost } from './expect-host';
import { httpGet } from './http-get';
import { findProgram } from '../../scripts/find-program';
import { startNginx } from './nginx';

test('the local server sends every file and every error as it must', async ({ app }) => {
  await expectHost(app.url);
});

test('nginx with the configuration in deploy/nginx does the same', async () => {
  const nginx = findProgram('nginx');
  const openssl = findProgram('openssl');
  test.skip(nginx === null || openssl === null, 'needs nginx and openssl on this machine');
  const running = await startNginx(nginx!, openssl!);
  try {
    await expectHost(`https://127.0.0.1:${running.httpsPort}`);
    const plain = await httpGet(`http://127.0.0.1:${running.httpPort}`, '/jobs?x=1');
    expect(plain.status).toBe(301);
    expect(plain.headers.location).toBe('https://127.0.0.1/jobs?x=1');
  } finally {
    await running.stop();
  }
});
