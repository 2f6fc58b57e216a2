import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { kindOfHead, sniff } from '../../../src/io/sniff';
import { concat, utf8, writeTar, writeZip } from '../../builders/archives';

const zip = writeZip([{ name: 'RUN/fid', data: 'x' }]);

describe('kindOfHead', () => {
  it.each([
    ['zip', zip],
    ['zip-empty', writeZip([])],
    ['zip-part', Uint8Array.of(0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4)],
    ['gzip', new Uint8Array(gzipSync('x'))],
    ['tar', writeTar([{ name: 'RUN/fid', data: 'x' }])],
    ['tar', writeTar([{ name: 'RUN/fid', data: 'x', layout: 'gnu' }])],
    ['tar', writeTar([{ name: 'RUN/fid', data: 'x', layout: 'v7' }])],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4)],
    ['rar', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0)],
    ['rar', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0)],
    ['bzip2', utf8('BZh91AY&SY')],
    ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4)],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)],
    ['thermo-raw', concat([Uint8Array.of(1, 0xa1), utf8('F\0i\0n\0n\0i\0')])],
    ['imzml', utf8('<?xml?><mzML><cvList><cv id="MS"/><cv id="IMS"/></cvList>')],
    ['file', utf8('<?xml?><mzML><cvList><cv id="MS"/></cvList>')],
    ['file', utf8('BZh is how this text begins')],
    ['file', utf8('##TITLE= acqu')],
    ['file', new Uint8Array(2048)],
    ['file', new Uint8Array(0)],
  ])('%s', (kind, bytes) => {
    expect(kindOfHead(bytes)).toBe(kind);
  });
});

describe('sniff', () => {
  it('finds a zip in a self-extracting program', async () => {
    const program = utf8(`MZ${'\0'.repeat(3000)}`);
    const bytes = writeZip([{ name: 'RUN/fid', data: 'x' }], { prefix: program });
    expect(await sniff(new Blob([bytes]))).toBe('zip');
  });

  it('treats a file as loose if nothing indicates an archive', async () => {
    expect(await sniff(new Blob([new Uint8Array(100_000)]))).toBe('file');
    expect(await sniff(new Blob([]))).toBe('file');
  });
});
