import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openNodeZlib } from '../../../scripts/headless/node-zlib';
import type { EntryData } from '../../../src/io/entry';
import { inflateRaw, newRoom } from '../../../src/io/inflate/inflate-raw';
import { DEFAULT_IO_LIMITS } from '../../../src/io/limits';
import { openInflater, zlibOpener } from '../../../src/io/inflate/zlib';
import { readEntries, readEntry } from '../../../src/io/read-entry';
import { planSlices, type ZipData } from '../../../src/io/zip/plan-slices';
import { utf8, writeZip, type ZipFile } from '../../builders/archives';
import { list } from './listing';

/** Makes an archive, and a Blob of it that counts how often it is read. */
async function archiveOf(files: readonly ZipFile[]) {
  const blob = new Blob([writeZip(files)]);
  const listing = await list([{ path: 'run.zip', blob }]);
  const reads: [number, number][] = [];
  const slice = blob.slice.bind(blob);
  Object.assign(blob, {
    slice: (start: number, end: number) => {
      reads.push([start, end]);
      return slice(start, end);
    },
  });
  return { data: listing.entries.map((entry) => entry.data), reads };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('readEntries', () => {
  it('gives each kind of data in order, in separate buffers', async () => {
    const { data: zipped } = await archiveOf([
      { name: 'a/fid', data: 'deflated'.repeat(10) },
      { name: 'b/fid', data: 'stored', stored: true },
    ]);
    const gone = { kind: 'x', message: 'Gone.', cure: 'None.' };
    const batch: EntryData[] = [
      zipped[1]!,
      { kind: 'bytes', bytes: utf8('bytes') },
      { kind: 'unreadable', problem: gone },
      zipped[0]!,
      { kind: 'blob', blob: new Blob(['blob']) },
    ];
    const results = await readEntries(batch, DEFAULT_IO_LIMITS);
    expect(results.map((result) => (result.ok ? text(result.value) : result.error))).toEqual([
      'stored',
      'bytes',
      gone,
      'deflated'.repeat(10),
      'blob',
    ]);
    for (const result of results) {
      if (result.ok) expect(result.value.buffer.byteLength).toBe(result.value.length);
    }
  });

  it('reads entries that are close together in one read', async () => {
    const { data, reads } = await archiveOf(
      Array.from({ length: 20 }, (_, i) => ({ name: `${i}/fid`, data: `spectrum ${i}` })),
    );
    const results = await readEntries(data.toReversed(), DEFAULT_IO_LIMITS);
    expect(results.map((result) => (result.ok ? text(result.value) : ''))).toEqual(
      Array.from({ length: 20 }, (_, i) => `spectrum ${19 - i}`),
    );
    expect(reads.length).toBe(1);
  });

  it('does not read the bytes between distant entries', async () => {
    const { data, reads } = await archiveOf([
      { name: 'a/fid', data: 'one' },
      { name: 'a/1r', data: 'x'.repeat(200_000), stored: true },
      { name: 'b/fid', data: 'two' },
    ]);
    await readEntries(data, DEFAULT_IO_LIMITS);
    expect(reads.length).toBe(2);
    expect(reads.every(([start, end]) => end - start < 2000)).toBe(true);
  });

  it('reads further if a local header is longer than expected', async () => {
    const { data, reads } = await archiveOf([
      { name: 'a/fid', data: 'one', localExtra: new Uint8Array(30_000) },
    ]);
    const [result] = await readEntries(data, DEFAULT_IO_LIMITS);
    expect(result!.ok && text(result!.value)).toBe('one');
    expect(reads.length).toBe(2);
  });

  it('reports how an entry is damaged', async () => {
    const reasons: Record<string, Partial<ZipData>> = {
      'its header is not there': { localHeader: 1 },
      'its compressed data are broken': { size: 4 },
      'its bytes do not match their checksum': { crc32: 1 },
      'the archive ends before it does': { compressedSize: 1000 },
    };
    for (const [reason, change] of Object.entries(reasons)) {
      const { data } = await archiveOf([{ name: 'a/fid', data: 'whole' }]);
      const result = await readEntry({ ...(data[0] as ZipData), ...change }, DEFAULT_IO_LIMITS);
      expect(result).toMatchObject({
        ok: false,
        error: { message: `The file is damaged in its archive: ${reason}.` },
      });
    }
    const { data } = await archiveOf([{ name: 'a/fid', data: 'whole', stored: true }]);
    const result = await readEntry({ ...(data[0] as ZipData), size: 4 }, DEFAULT_IO_LIMITS);
    expect(result).toMatchObject({
      error: { message: 'The file is damaged in its archive: its size is another than stated.' },
    });
  });

  it('applies the limit of a single file, whatever the listing allowed', async () => {
    const { data } = await archiveOf([{ name: 'a/fid', data: 'x'.repeat(1000) }]);
    const large: EntryData[] = [
      data[0]!,
      { kind: 'bytes', bytes: new Uint8Array(1000) },
      { kind: 'blob', blob: new Blob([new Uint8Array(1000)]) },
    ];
    for (const result of await readEntries(large, { ...DEFAULT_IO_LIMITS, entryBytes: 500 })) {
      expect(result).toMatchObject({
        ok: false,
        error: {
          kind: 'limit-entry-bytes',
          message: 'The file is 1.0 kB; a single file may be 500 bytes at most.',
        },
      });
    }
  });

  it('gives the problem of a file that no longer exists', async () => {
    const blob = new Blob(['x']);
    const refuse = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    Object.assign(blob, { slice: () => ({ arrayBuffer: refuse }) });
    expect(await readEntry({ kind: 'blob', blob }, DEFAULT_IO_LIMITS)).toMatchObject({
      error: { kind: 'file-unreadable' },
    });
  });

  it('gives nothing for no entries', async () => {
    expect(await readEntries([], DEFAULT_IO_LIMITS)).toEqual([]);
  });
});

/** 200 MB of zeros in 194 kB, with a stated size of 1000 bytes. */
let bomb: Uint8Array<ArrayBuffer> | undefined;

describe.each([
  ['the platform', inflateRaw],
  ['zlib', await openInflater(openNodeZlib)],
] as const)('inflating with %s', (_, inflate) => {
  const data = utf8('spectrum '.repeat(50_000));
  const packed = Uint8Array.from(deflateRawSync(data));
  const given = (bytes: Uint8Array<ArrayBuffer>, size: number) => inflate(bytes, size, newRoom);

  it('gives exactly the bytes, also over several writes', async () => {
    expect(await given(packed, data.length)).toEqual(data);
    const noise = Uint8Array.from({ length: 900_000 }, (_, i) => (Math.imul(i, i) >>> 7) & 255);
    const result = await given(Uint8Array.from(deflateRawSync(noise)), noise.length);
    expect(result !== 'damaged' && Buffer.compare(result, noise)).toBe(0);
    expect(await given(Uint8Array.from(deflateRawSync('')), 0)).toEqual(new Uint8Array(0));
  });

  it('writes into the given memory', async () => {
    const room = new Uint8Array(data.length);
    expect(await inflate(packed, data.length, () => room)).toBe(room);
    expect(room).toEqual(data);
  });

  it.each([
    ['less than is there', packed, data.length - 1],
    ['more than is there', packed, data.length + 1],
    ['nothing, with data there', packed, 0],
    ['data that break off', packed.slice(0, -5), data.length],
    ['no data', new Uint8Array(0), 10],
    ['other data', utf8('not deflated at all'), 10],
  ])('refuses %s', async (_, bytes, size) => {
    expect(await given(bytes, size)).toBe('damaged');
    // The next call is not affected.
    expect(await given(packed, data.length)).toEqual(data);
  });

  it('stops at the stated size, whatever the true size is', async () => {
    bomb ??= Uint8Array.from(deflateRawSync(new Uint8Array(200e6), { level: 9 }));
    const before = process.memoryUsage().arrayBuffers;
    expect(await given(bomb, 1000)).toBe('damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100e6);
  });
});

describe('ZlibInflater', () => {
  it('refuses data that continue after their end', async () => {
    // Browsers refuse them as well, but Node 20's stream does not.
    const inflate = await openInflater(openNodeZlib);
    const packed = deflateRawSync('spectrum');
    expect(await inflate(Uint8Array.from(packed), 8, newRoom)).toEqual(utf8('spectrum'));
    const more = Uint8Array.from([...packed, 1, 2]);
    expect(await inflate(more, 8, newRoom)).toBe('damaged');
  });
});

describe('openInflater', () => {
  it('uses zlib if its file is there and valid, and otherwise the platform', async () => {
    expect(await openInflater(openNodeZlib)).not.toBe(inflateRaw);
    const absent = zlibOpener(() => Promise.reject(new Error('404')));
    expect(await openInflater(absent)).toBe(inflateRaw);
    const page = zlibOpener(() => Promise.resolve(utf8('<!doctype html>')));
    expect(await openInflater(page)).toBe(inflateRaw);
    const empty = zlibOpener(() => Promise.resolve(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)));
    expect(await openInflater(empty)).toBe(inflateRaw);
  });
});

describe('planSlices', () => {
  const archive = new Blob([]);
  const entry = (localHeader: number, compressedSize: number, index: number) => ({
    index,
    data: {
      kind: 'zip',
      archive,
      localHeader,
      compressedSize,
      size: 0,
      crc32: 0,
      method: 'stored',
    },
  });
  const plan = (...entries: ReturnType<typeof entry>[]) =>
    planSlices(entries as { data: ZipData; index: number }[]);

  it('closes a slice before it grows over 4 MB', () => {
    const slices = plan(...Array.from({ length: 10 }, (_, i) => entry(i * 1e6, 1e6 - 100, i)));
    expect(slices.map(({ entries }) => entries.length)).toEqual([4, 4, 2]);
    expect(slices.every(({ start, end }) => end - start <= 4 * 1024 * 1024)).toBe(true);
  });

  it('puts a larger entry into a slice of its own', () => {
    const slices = plan(entry(0, 100, 0), entry(200, 10e6, 1), entry(10e6 + 300, 100, 2));
    expect(slices.map(({ entries }) => entries.map(({ index }) => index))).toEqual([[0], [1], [2]]);
  });

  it('separates archives', () => {
    const other = { ...entry(0, 10, 1), data: { ...entry(0, 10, 1).data, archive: new Blob([]) } };
    expect(plan(entry(0, 10, 0), other).length).toBe(2);
  });
});
