import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { precacheEntries } from '../../../scripts/vite/service-worker';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-precache-'));
  await mkdir(join(folder, 'assets'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('keeps every file of the app, but not their compressed copies and source maps', async () => {
  await writeFile(join(folder, 'index.html'), 'abc');
  await writeFile(join(folder, 'index.html.br'), 'x');
  await writeFile(join(folder, 'index.html.gz'), 'x');
  await writeFile(join(folder, 'robots.txt'), 'x');
  await writeFile(join(folder, 'assets/index-Bq3-_x9A.js'), 'x');
  await writeFile(join(folder, 'assets/index-Bq3-_x9A.js.map'), 'x');
  expect(await precacheEntries(folder)).toEqual([
    // A hashed name serves as its revision.
    {
      url: 'assets/index-Bq3-_x9A.js',
      revision: null,
      integrity: 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=',
    },
    // The SHA-256 of "abc", from FIPS 180-2.
    {
      url: 'index.html',
      revision: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      integrity: 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    },
  ]);
});

it("keeps the models that the list offers and no others, but not the list, which is the host's own", async () => {
  for (const version of ['1.0.0', '2.0.0']) {
    await mkdir(join(folder, 'models/some', version), { recursive: true });
    await writeFile(join(folder, 'models/some', version, 'model.onnx'), 'x');
  }
  const models = [{ id: 'some', version: '2.0.0', path: 'some/2.0.0' }];
  await writeFile(join(folder, 'models/index.json'), JSON.stringify({ models }));
  const kept = (await precacheEntries(folder)).map(({ url }) => url);
  expect(kept).toEqual(['models/some/2.0.0/model.onnx']);
});

it('refuses a file that is too large for every visitor to keep', async () => {
  await writeFile(join(folder, 'model.onnx'), '');
  await truncate(join(folder, 'model.onnx'), 32 * 1024 * 1024 + 1);
  await expect(precacheEntries(folder)).rejects.toThrow('model.onnx has 33554433 bytes');
});
