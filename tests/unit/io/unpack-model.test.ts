import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackModel } from '../../../src/io/unpack-model';

const MODEL = Uint8Array.from({ length: 5000 }, (_, i) => Math.imul(i, 2_654_435_761) >>> 24);
const MOST = 10_000;
const own = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('a model file', () => {
  it.each([
    ['with zlib', own(deflateSync(MODEL))],
    ['with zlib as fast as can be', own(deflateSync(MODEL, { level: 1 }))],
    ['with zlib as small as can be', own(deflateSync(MODEL, { level: 9 }))],
    ['with zlib, stored', own(deflateSync(MODEL, { level: 0 }))],
    ['with gzip', own(gzipSync(MODEL))],
    [
      'with gzip in two members',
      own(Buffer.concat([gzipSync(MODEL.subarray(0, 99)), gzipSync(MODEL.subarray(99))])),
    ],
    ['not at all', MODEL],
  ])('that is compressed %s is inflated', async (_, bytes) => {
    expect(await unpackModel(bytes, 'model.joblib', MOST)).toEqual({ ok: true, value: MODEL });
  });

  it.each([
    ['a text that begins like zlib data', new TextEncoder().encode('xyz\n')],
    ['an empty one', new Uint8Array(0)],
    ['two bytes', Uint8Array.of(0x78, 0x9c)],
    ['bz2', new TextEncoder().encode('BZh91AY&SY')],
  ])('is not changed if it is %s', async (_, bytes) => {
    expect(await unpackModel(bytes, 'model.joblib', MOST)).toEqual({ ok: true, value: bytes });
  });

  it.each([
    ['model-too-large', 'zlib', own(deflateSync(new Uint8Array(MOST + 1)))],
    ['model-too-large', 'gzip', own(gzipSync(new Uint8Array(MOST + 1)))],
    ['model-damaged', 'zlib', own(deflateSync(MODEL)).subarray(0, 1000)],
    ['model-damaged', 'zlib', own(deflateSync(MODEL)).fill(0x55, 100, 200)],
    ['gzip-truncated', 'gzip', own(gzipSync(MODEL)).subarray(0, 1000)],
    ['gzip-damaged', 'gzip', own(gzipSync(MODEL)).fill(0x55, 100, 200)],
  ])('is refused with %s: %s', async (kind, _, bytes) => {
    expect(await unpackModel(own(bytes), 'model.joblib', MOST)).toMatchObject({
      ok: false,
      error: { kind, path: 'model.joblib' },
    });
  });
});
