import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { concat, extraField, utf8, writeZip } from '../../builders/archives';
import { crc32 } from '../../../src/io/crc32';
import { file, list, texts } from './listing';

const SPECTRUM = 'RUN/0_A1/1/1SLin';

async function read(...parts: BlobPart[]) {
  const listing = await list([file('run.zip', ...parts)]);
  return { listing, texts: await texts(listing), problems: listing.problems.map((p) => p.kind) };
}

describe('a zip archive', () => {
  it('gives its wanted files, and counts the others', async () => {
    const archive = zipSync({
      [`${SPECTRUM}/fid`]: utf8('fid bytes'),
      [`${SPECTRUM}/acqu`]: [utf8('acqu text'), { level: 0 }],
      [`${SPECTRUM}/pdata/1/1r`]: utf8('processed'),
      'RUN/runInfo.json': utf8('{}'),
    });
    const { listing, texts: read1 } = await read(Uint8Array.from(archive));
    expect(read1).toEqual({
      [`${SPECTRUM}/fid`]: 'fid bytes',
      [`${SPECTRUM}/acqu`]: 'acqu text',
      'RUN/runInfo.json': '{}',
    });
    expect(listing.events[0]).toEqual({
      kind: 'archive',
      source: 0,
      path: 'run.zip',
      format: 'zip',
      entries: 4,
    });
    expect(listing.listed).toEqual([
      {
        kind: 'listed',
        source: 0,
        path: 'run.zip',
        files: 4,
        wanted: 3,
        others: [`${SPECTRUM}/pdata/1/1r`],
      },
    ]);
    expect(listing.problems).toEqual([]);
  });

  it.each(['signed', 'bare', 'wide'] as const)('with %s data descriptors', async (descriptor) => {
    const archive = writeZip([
      { name: 'a/fid', data: 'one', descriptor },
      { name: 'b/fid', data: 'two', descriptor, stored: true },
    ]);
    expect((await read(archive)).texts).toEqual({ 'a/fid': 'one', 'b/fid': 'two' });
  });

  it('of Zip64, in its headers and its end', async () => {
    const archive = writeZip(
      [
        { name: 'a/fid', data: 'one', zip64: true },
        { name: 'b/fid', data: 'two', zip64: true },
      ],
      { zip64End: true },
    );
    const { texts: files, problems } = await read(archive);
    expect(files).toEqual({ 'a/fid': 'one', 'b/fid': 'two' });
    expect(problems).toEqual([]);
  });

  it.each([false, true])('after other bytes (Zip64: %s)', async (zip64End) => {
    const prefix = utf8(`MZ${' program'.repeat(500)}`);
    const archive = writeZip([{ name: 'a/fid', data: 'one' }], { prefix, zip64End });
    const { texts: files, problems } = await read(archive);
    expect(files).toEqual({ 'a/fid': 'one' });
    expect(problems).toEqual([]);
  });

  it('with a comment, and with bytes after its end', async () => {
    const comment = utf8('PK\x05\x06 is no end here');
    const archive = writeZip([{ name: 'a/fid', data: 'one' }], { comment });
    expect((await read(archive)).texts).toEqual({ 'a/fid': 'one' });
    expect((await read(archive, '\r\n')).texts).toEqual({ 'a/fid': 'one' });
  });

  it('of 70,000 entries, whose count wraps in 16 bits', async () => {
    const files = Array.from({ length: 70_000 }, (_, i) => ({
      name: `${i}/${i % 7 === 0 ? 'fid' : '1r'}`,
      data: '',
      stored: true,
    }));
    const listing = await list([file('run.zip', writeZip(files))]);
    expect(listing.problems).toEqual([]);
    expect(listing.entries.length).toBe(10_000);
    expect(listing.listed[0]).toMatchObject({ files: 70_000, wanted: 10_000 });
  });

  it('with entries for folders, and an empty file', async () => {
    const archive = writeZip([
      { name: 'a/', data: '', stored: true },
      { name: 'a/fid', data: '' },
      { name: 'a/acqu', data: '', stored: true },
    ]);
    const { listing, texts: files } = await read(archive);
    expect(files).toEqual({ 'a/fid': '', 'a/acqu': '' });
    expect(listing.listed[0]).toMatchObject({ files: 2, wanted: 2 });
  });

  it('without the files that operating systems add', async () => {
    const archive = writeZip([
      { name: '__MACOSX/a/._fid', data: 'twin' },
      { name: 'a/._fid', data: 'twin' },
      { name: 'a/.DS_Store', data: 'x' },
      { name: 'a/Thumbs.db', data: 'x' },
      { name: '__MACOSX/a/fid', data: 'twin' },
      { name: 'a/fid', data: 'one' },
    ]);
    const { listing, texts: files } = await read(archive);
    expect(files).toEqual({ 'a/fid': 'one' });
    expect(listing.listed[0]).toMatchObject({ files: 1, others: [] });
  });
});

describe('a name in a zip archive', () => {
  const name = "Île d'Yeu/α #1/fid";

  async function nameOf(...files: Parameters<typeof writeZip>[0]): Promise<string | undefined> {
    return (await list([file('run.zip', writeZip(files))])).entries[0]?.path;
  }

  it('is UTF-8 if the archive says so', async () => {
    expect(await nameOf({ name, data: 'x' })).toBe(name);
  });

  it('is UTF-8 if it is valid, though the archive does not say so', async () => {
    expect(await nameOf({ name: utf8(name), data: 'x', utf8: false })).toBe(name);
  });

  it('is code page 437 otherwise', async () => {
    const raw = concat([
      Uint8Array.of(0x8c),
      utf8("le d'Yeu/"),
      Uint8Array.of(0xe0),
      utf8(' #1/fid'),
    ]);
    expect(await nameOf({ name: raw, data: 'x' })).toBe("île d'Yeu/α #1/fid");
  });

  it('is that of the Unicode path field, if the field belongs to it', async () => {
    const raw = utf8('_le/fid');
    const field = (crc: number) => {
      const head = new Uint8Array(5);
      head[0] = 1;
      new DataView(head.buffer).setUint32(1, crc, true);
      return extraField(0x7075, concat([head, utf8(name)]));
    };
    expect(await nameOf({ name: raw, data: 'x', extra: field(crc32(raw)) })).toBe(name);
    expect(await nameOf({ name: raw, data: 'x', extra: field(1) })).toBe('_le/fid');
  });

  it('is read with either separator, and never leaves the archive', async () => {
    expect(await nameOf({ name: 'RUN\\0_A1\\fid', data: 'x' })).toBe('RUN/0_A1/fid');
    expect(await nameOf({ name: '../../RUN/fid', data: 'x' })).toBe('RUN/fid');
    expect(await nameOf({ name: 'C:/RUN/fid', data: 'x' })).toBe('RUN/fid');
    expect(await nameOf({ name: '/RUN/fid', data: 'x' })).toBe('RUN/fid');
  });
});

describe('names in an undeclared encoding', () => {
  const cp850 = (text: string) =>
    Uint8Array.from([...text].map((char) => ({ ø: 0x9b, Á: 0xb5 })[char] ?? char.charCodeAt(0)));

  it('are read in the encoding that fits all of them, which is reported', async () => {
    const names = ['run1/Sørensen/0_A7/1/1SLin/fid', 'run1/Álvarez/0_C1/1/1SLin/fid'];
    const bytes = writeZip(names.map((name) => ({ name: cp850(name), data: name.slice(5, 8) })));
    const listing = await list([file('run.zip', bytes)]);
    expect(listing.entries.map(({ path }) => path)).toEqual(names);
    expect(listing.problems.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'names-guessed',
        'run.zip does not say in which alphabet its names are written; they were read as code page 850 (Western Europe), which fits them best.',
      ],
    ]);
  });

  it('may have a backslash as the second byte of a letter', async () => {
    // In Shift-JIS, 表 is 95 5C.
    const name = Uint8Array.of(0x94, 0x78, 0x89, 0x8a, 0x95, 0x5c, 0x2f, 0x66, 0x69, 0x64);
    const listing = await list([file('run.zip', writeZip([{ name, data: 'x' }]))]);
    expect(listing.entries.map(({ path }) => path)).toEqual(['肺炎表/fid']);
  });
});
